package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.util.Optional;

/** What each command means in each state. The table of {@code UserDecisionTableTest} states every pair. */
public final class UserDecider implements Decider<User, UserCommand, UserEvent, UserRefusal, UserAnswer, UserContext> {

    @Override
    public User initial() {
        return new Unknown(CallTries.NONE, UnsettledIds.NONE);
    }

    @Override
    public Decision<UserEvent, UserRefusal, UserAnswer> decide(User state, UserCommand command, UserContext context) {
        return switch (state) {
            case Unknown user -> ofUnknown(user, command, context);
            case Provisioned user -> ofProvisioned(user, command, context);
            case Enabled user -> ExpiredLock.firstOf(user, context.now(), free -> ofEnabled(free, command, context));
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofUnknown(
            Unknown user, UserCommand command, UserContext context) {
        return switch (command) {
            case ProvisionUser(Profile profile) ->
                Decision.accept(new UserAnswer.Provisioned(true), new UserProvisioned(profile));
            case VerifyPin wish -> PinVerification.ofNobody(user, wish, context);
            case SettleConferenceIds() -> ConferenceIdDecisions.settle(user, context);
            case NoteConferenceIdTaken news -> ConferenceIdDecisions.noteTaken(user, news);
            case NoteConferenceIdReturned news -> ConferenceIdDecisions.noteReturned(user, news);
            case ExpireLock() -> Decision.accept(new UserAnswer.Done());
            case ChangeUser _,
                    RemoveUser _,
                    WantConferenceId _,
                    EnableConferencing _,
                    DisableConferencing _,
                    ChangeConferenceId _,
                    ChangeConferencing _,
                    ResetPin _,
                    LockPin _,
                    UnlockPin _ -> Decision.refuse(new UserRefusal.UserUnknown());
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofProvisioned(
            Provisioned user, UserCommand command, UserContext context) {
        return switch (command) {
            case ProvisionUser(Profile profile) -> provisionAgain(user.profile(), profile);
            case ChangeUser(ProfileChange change) -> provisionAgain(user.profile(), change.of(user.profile()));
            case RemoveUser() -> Decision.accept(new UserAnswer.Disabled(Optional.empty()), new UserRemoved());
            case WantConferenceId wish -> ConferenceIdDecisions.want(user, wish, context);
            case EnableConferencing wish -> PinDecisions.enable(user, wish, context);
            case DisableConferencing() -> Decision.accept(new UserAnswer.Disabled(Optional.empty()));
            case VerifyPin wish -> PinVerification.ofNobody(user, wish, context);
            case SettleConferenceIds() -> ConferenceIdDecisions.settle(user, context);
            case NoteConferenceIdTaken news -> ConferenceIdDecisions.noteTaken(user, news);
            case NoteConferenceIdReturned news -> ConferenceIdDecisions.noteReturned(user, news);
            case ExpireLock() -> Decision.accept(new UserAnswer.Done());
            case ChangeConferenceId _, ChangeConferencing _, ResetPin _, LockPin _, UnlockPin _ ->
                Decision.refuse(new UserRefusal.UserNotEnabled());
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofEnabled(
            Enabled user, UserCommand command, UserContext context) {
        String conferenceId = user.conferencing().conferenceId();
        return switch (command) {
            case ProvisionUser(Profile profile) -> provisionAgain(user.profile(), profile);
            case ChangeUser(ProfileChange change) -> provisionAgain(user.profile(), change.of(user.profile()));
            case RemoveUser() ->
                Decision.accept(
                        new UserAnswer.Disabled(Optional.of(conferenceId)),
                        new UserDisabled(conferenceId, context.now()),
                        new UserRemoved());
            case WantConferenceId wish -> ConferenceIdDecisions.want(user, wish, context);
            case EnableConferencing _ -> Decision.accept(new UserAnswer.AlreadyEnabled(conferenceId));
            case DisableConferencing() ->
                Decision.accept(
                        new UserAnswer.Disabled(Optional.of(conferenceId)),
                        new UserDisabled(conferenceId, context.now()));
            case ChangeConferenceId wish -> ConferenceIdDecisions.change(user, wish, context);
            case ChangeConferencing wish -> NumberDecisions.change(user, wish, context);
            case ResetPin wish -> PinDecisions.reset(user, wish, context);
            case VerifyPin wish -> PinVerification.ofEnabled(user, wish, context);
            case LockPin() ->
                isLockedForGood(user)
                        ? Decision.accept(new UserAnswer.Done())
                        : Decision.accept(new UserAnswer.Done(), new PinLocked(context.now(), null));
            case UnlockPin() ->
                user.lockout().lock() == null
                        ? Decision.accept(new UserAnswer.Done())
                        : Decision.accept(
                                new UserAnswer.Done(), new PinUnlocked(UnlockReason.ADMINISTRATOR, context.now()));
            case ExpireLock() -> Decision.accept(new UserAnswer.Done()); // a served lock has been noted by now
            case SettleConferenceIds() -> ConferenceIdDecisions.settle(user, context);
            case NoteConferenceIdTaken news -> ConferenceIdDecisions.noteTaken(user, news);
            case NoteConferenceIdReturned news -> ConferenceIdDecisions.noteReturned(user, news);
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> provisionAgain(Profile known, Profile said) {
        return known.equals(said)
                ? Decision.accept(new UserAnswer.Provisioned(false))
                : Decision.accept(new UserAnswer.Provisioned(false), new UserProvisioned(said));
    }

    private static boolean isLockedForGood(Enabled user) {
        return user.lockout().lock() != null && user.lockout().lock().until() == null;
    }

    @Override
    public User evolve(User state, UserEvent event) {
        return UserEvolution.evolve(state, event);
    }
}
