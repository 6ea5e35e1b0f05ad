package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.AwaitLicence;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.FollowLicence;
import dev.foyer.pin.domain.user.UserCommand.ForgetUser;
import dev.foyer.pin.domain.user.UserCommand.GiveUpLicence;
import dev.foyer.pin.domain.user.UserCommand.LeaveUserName;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.LoseUserName;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.NoteLicenceGivenUp;
import dev.foyer.pin.domain.user.UserCommand.PreviewCampaign;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.ReissueShortPin;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.SendConferenceInformation;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import dev.foyer.pin.domain.user.UserCommand.SettleLicence;
import dev.foyer.pin.domain.user.UserCommand.SettleUserName;
import dev.foyer.pin.domain.user.UserCommand.TakeUserName;
import dev.foyer.pin.domain.user.UserCommand.TellOfWaiting;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserForgotten;
import java.util.Optional;
import java.util.stream.Stream;

/** What each command means in each state. The table of {@code UserDecisionTableTest} states every pair. */
public final class UserDecider
        implements Decider<User, UserCommand, UserEvent, UserRefusal, UserAnswer, UserContext>, Forgetting<User> {

    @Override
    public User initial() {
        return UserEvolution.NEVER_HEARD_OF;
    }

    @Override
    public boolean isOver(User state) {
        return state instanceof Unknown user && user.heardAt() == null;
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
            case ProvisionUser provision -> UserNameDecisions.provision(user, provision, context);
            case LeaveUserName leave -> UserNameDecisions.leave(user, leave, context);
            case SettleUserName _, LoseUserName _ -> Decision.accept(new UserAnswer.Done());
            case VerifyPin verify -> PinVerification.ofNobody(user, verify, context);
            case SettleConferenceIds() -> ConferenceIdDecisions.settle(user, context);
            case NoteConferenceIdTaken note -> ConferenceIdDecisions.noteTaken(user, note);
            case NoteConferenceIdReturned note -> ConferenceIdDecisions.noteReturned(user, note);
            case ForgetUser() ->
                user.forgottenAt().filter(due -> !context.now().isBefore(due)).isPresent()
                        ? Decision.accept(new UserAnswer.Done(), new UserForgotten(context.now()))
                        : Decision.accept(new UserAnswer.Done());
            case ExpireLock(), TellOfWaiting _ -> Decision.accept(new UserAnswer.Done());
            case AwaitLicence await -> LicenceDecisions.await(user, await, context);
            case SettleLicence() -> LicenceDecisions.settle(user, context);
            case GiveUpLicence giveUp -> LicenceDecisions.giveUp(user, giveUp, context);
            case NoteLicenceGivenUp note -> LicenceDecisions.noteGivenUp(user, note, context);
            case RemoveUser(), DisableConferencing() -> LicenceDecisions.withdraw(user, context);
            case ChangeUser _,
                    TakeUserName _,
                    FollowLicence _,
                    WantConferenceId _,
                    EnableConferencing _,
                    ChangeConferenceId _,
                    ChangeConferencing _,
                    ResetPin _,
                    ReissueShortPin _,
                    PreviewCampaign _,
                    SendConferenceInformation _,
                    LockPin _,
                    UnlockPin _ -> Decision.refuse(new UserRefusal.UserUnknown());
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofProvisioned(
            Provisioned user, UserCommand command, UserContext context) {
        return switch (command) {
            case ProvisionUser provision -> UserNameDecisions.provisionAgain(user, user.profile(), provision, context);
            case ChangeUser change -> UserNameDecisions.change(user, user.profile(), change, context);
            case SettleUserName() -> UserNameDecisions.settle(user, user.profile(), context);
            case TakeUserName take -> UserNameDecisions.take(user, user.profile(), take);
            case LoseUserName lose -> UserNameDecisions.lose(user, user.profile(), lose, context);
            case LeaveUserName leave -> UserNameDecisions.leave(user, leave, context);
            case RemoveUser() ->
                Decision.accept(
                        new UserAnswer.Disabled(Optional.empty()),
                        UserNameDecisions.removed(user.name(), user.profile(), context));
            case WantConferenceId want -> ConferenceIdDecisions.want(user, want, context);
            case EnableConferencing enable -> PinDecisions.enable(user, enable, context);
            case PreviewCampaign(CampaignAction action) -> CampaignDecisions.preview(user, action, context);
            case DisableConferencing() -> LicenceDecisions.withdraw(user, context);
            case AwaitLicence await -> LicenceDecisions.await(user, await, context);
            case FollowLicence follow -> LicenceDecisions.follow(user, follow, context);
            case SettleLicence() -> LicenceDecisions.settle(user, context);
            case GiveUpLicence giveUp -> LicenceDecisions.giveUp(user, giveUp, context);
            case NoteLicenceGivenUp note -> LicenceDecisions.noteGivenUp(user, note, context);
            case VerifyPin verify -> PinVerification.ofNobody(user, verify, context);
            case SettleConferenceIds() -> ConferenceIdDecisions.settle(user, context);
            case NoteConferenceIdTaken note -> ConferenceIdDecisions.noteTaken(user, note);
            case NoteConferenceIdReturned note -> ConferenceIdDecisions.noteReturned(user, note);
            // Who has no PIN starts nothing by telephone.
            case ForgetUser(), ExpireLock(), TellOfWaiting _ -> Decision.accept(new UserAnswer.Done());
            case ChangeConferenceId _,
                    ChangeConferencing _,
                    ResetPin _,
                    ReissueShortPin _,
                    SendConferenceInformation _,
                    LockPin _,
                    UnlockPin _ -> Decision.refuse(new UserRefusal.UserNotEnabled());
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofEnabled(
            Enabled user, UserCommand command, UserContext context) {
        String conferenceId = user.conferencing().conferenceId();
        return switch (command) {
            case ProvisionUser provision -> UserNameDecisions.provisionAgain(user, user.profile(), provision, context);
            case ChangeUser change -> UserNameDecisions.change(user, user.profile(), change, context);
            case SettleUserName() -> UserNameDecisions.settle(user, user.profile(), context);
            case TakeUserName take -> UserNameDecisions.take(user, user.profile(), take);
            case LoseUserName lose -> UserNameDecisions.lose(user, user.profile(), lose, context);
            case LeaveUserName leave -> UserNameDecisions.leave(user, leave, context);
            case RemoveUser() ->
                Decision.accept(
                        new UserAnswer.Disabled(Optional.of(conferenceId)),
                        Stream.concat(
                                        Stream.of(new UserDisabled(conferenceId, context.now())),
                                        UserNameDecisions.removed(user.name(), user.profile(), context).stream())
                                .toList());
            case WantConferenceId want -> ConferenceIdDecisions.want(user, want, context);
            case EnableConferencing _, FollowLicence _ -> Decision.accept(new UserAnswer.AlreadyEnabled(conferenceId));
            case DisableConferencing() ->
                Decision.accept(
                        new UserAnswer.Disabled(Optional.of(conferenceId)),
                        new UserDisabled(conferenceId, context.now()));
            case ChangeConferenceId change -> ConferenceIdDecisions.change(user, change, context);
            case ChangeConferencing change -> NumberDecisions.change(user, change, context);
            case ResetPin reset -> PinDecisions.reset(user, reset, context);
            case ReissueShortPin() -> CampaignDecisions.reissue(user, context);
            case PreviewCampaign(CampaignAction action) -> CampaignDecisions.preview(user, action, context);
            case SendConferenceInformation send -> NumberDecisions.send(user, send, context);
            case TellOfWaiting tell -> NumberDecisions.tell(tell, context);
            case VerifyPin verify -> PinVerification.ofEnabled(user, verify, context);
            case LockPin() ->
                isLockedForGood(user)
                        ? Decision.accept(new UserAnswer.Done())
                        : Decision.accept(new UserAnswer.Done(), new PinLocked(context.now(), null));
            case UnlockPin() ->
                user.lockout().lock() == null
                        ? Decision.accept(new UserAnswer.Done())
                        : Decision.accept(
                                new UserAnswer.Done(), new PinUnlocked(UnlockReason.ADMINISTRATOR, context.now()));
            case AwaitLicence _, SettleLicence _, GiveUpLicence _, NoteLicenceGivenUp _, ForgetUser _ ->
                Decision.accept(new UserAnswer.Done());
            case ExpireLock() -> Decision.accept(new UserAnswer.Done()); // an expired lock has been noted by now
            case SettleConferenceIds() -> ConferenceIdDecisions.settle(user, context);
            case NoteConferenceIdTaken note -> ConferenceIdDecisions.noteTaken(user, note);
            case NoteConferenceIdReturned note -> ConferenceIdDecisions.noteReturned(user, note);
        };
    }

    private static boolean isLockedForGood(Enabled user) {
        return user.lockout().lock() != null && user.lockout().lock().until() == null;
    }

    @Override
    public User evolve(User state, UserEvent event) {
        return UserEvolution.evolve(state, event);
    }
}
