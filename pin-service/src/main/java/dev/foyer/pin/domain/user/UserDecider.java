package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
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
        return new Unknown();
    }

    @Override
    public Decision<UserEvent, UserRefusal, UserAnswer> decide(User state, UserCommand command, UserContext context) {
        return switch (state) {
            case Unknown unknown -> ofUnknown(command, context);
            case Provisioned user -> ofProvisioned(user, command, context);
            case Enabled user -> ServedLock.firstOf(user, context.now(), free -> ofEnabled(free, command, context));
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofUnknown(UserCommand command, UserContext context) {
        return switch (command) {
            case ProvisionUser(Profile profile) ->
                Decision.accept(new UserAnswer.Provisioned(true), new UserProvisioned(profile));
            case ChangeUser change -> Decision.refuse(new UserRefusal.UserUnknown());
            case RemoveUser() -> Decision.refuse(new UserRefusal.UserUnknown());
            case EnableConferencing wish -> Decision.refuse(new UserRefusal.UserUnknown());
            case DisableConferencing() -> Decision.refuse(new UserRefusal.UserUnknown());
            case ResetPin wish -> Decision.refuse(new UserRefusal.UserUnknown());
            case VerifyPin wish -> {
                context.vault().pretendToMatch(wish.pin());
                yield Decision.refuse(new UserRefusal.UserUnknown());
            }
            case LockPin() -> Decision.refuse(new UserRefusal.UserUnknown());
            case UnlockPin() -> Decision.refuse(new UserRefusal.UserUnknown());
            case ExpireLock() -> Decision.accept(new UserAnswer.Done());
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofProvisioned(
            Provisioned user, UserCommand command, UserContext context) {
        return switch (command) {
            case ProvisionUser(Profile profile) -> provisionAgain(user.profile(), profile);
            case ChangeUser(ProfileChange change) -> provisionAgain(user.profile(), change.of(user.profile()));
            case RemoveUser() -> Decision.accept(new UserAnswer.Disabled(Optional.empty()), new UserRemoved());
            case EnableConferencing wish -> PinDecisions.enable(user, wish, context);
            case DisableConferencing() -> Decision.accept(new UserAnswer.Disabled(Optional.empty()));
            case ResetPin wish -> Decision.refuse(new UserRefusal.UserNotEnabled());
            case VerifyPin wish -> Verification.ofProvisioned(user, wish, context);
            case LockPin() -> Decision.refuse(new UserRefusal.UserNotEnabled());
            case UnlockPin() -> Decision.refuse(new UserRefusal.UserNotEnabled());
            case ExpireLock() -> Decision.accept(new UserAnswer.Done());
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
                        new UserDisabled(conferenceId),
                        new UserRemoved());
            case EnableConferencing wish -> Decision.accept(new UserAnswer.AlreadyEnabled(conferenceId));
            case DisableConferencing() ->
                Decision.accept(new UserAnswer.Disabled(Optional.of(conferenceId)), new UserDisabled(conferenceId));
            case ResetPin wish -> PinDecisions.reset(user, wish, context);
            case VerifyPin wish -> Verification.ofEnabled(user, wish, context);
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
