package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.SendConferenceInformation;
import dev.foyer.pin.domain.user.UserCommand.TellOfWaiting;
import dev.foyer.pin.domain.user.UserEvent.ConferenceInformationAsked;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import dev.foyer.pin.domain.user.UserEvent.WaitingTold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an administrator changes of an enabled user besides PIN and conference ID (rules C1, C4). */
final class NumberDecisions {

    /** Longer than we are away for a restart, and short enough that whoever waits may still be there. */
    private static final Duration WORTH_A_MAIL = Duration.ofHours(1);

    private NumberDecisions() {}

    static Decision<UserEvent, UserRefusal, UserAnswer> change(
            Enabled user, ChangeConferencing command, UserContext context) {
        List<UserEvent> events = new ArrayList<>();
        for (ServiceNumber.Type type : ServiceNumber.Type.values()) {
            String present = user.conferencing().number(type);
            String wanted = choice(command, type).or(present);
            if (Objects.equals(present, wanted)) {
                continue;
            }
            if (PinDecisions.isNotOffered(wanted, type, context)) {
                return Decision.refuse(new UserRefusal.ServiceNumberNotOffered(wanted));
            }
            events.add(new DefaultNumberChanged(type, present, wanted, context.now()));
        }
        Boolean allowed = command.allowPstnOnlyMeetings();
        if (allowed != null && allowed != user.conferencing().allowPstnOnlyMeetings()) {
            events.add(new PstnOnlyMeetingsChanged(allowed, context.now()));
        }
        return Decision.accept(new UserAnswer.Done(), events);
    }

    /** Mail M5, which goes in spite of the tenant's switch (D1); anywhere else than to the user is for administrators (D2). */
    static Decision<UserEvent, UserRefusal, UserAnswer> send(
            Enabled user, SendConferenceInformation command, UserContext context) {
        if (command.toAddress() != null && !context.actorIsAdministrator()) {
            return Decision.refuse(new UserRefusal.AddressNeedsAdministrator());
        }
        String id = context.newId().toString();
        MailPlan plan = MailPlan.of(
                new MailOptions(true, command.toAddress()), true, user.profile().primarySmtpAddress());
        return Decision.accept(
                new UserAnswer.MailAsked(id, plan),
                new ConferenceInformationAsked(id, command.toAddress(), context.now()));
    }

    /** Mail A1; whether it is wanted, notification-service knows (D1). What nobody could be told in time is no news any more. */
    static Decision<UserEvent, UserRefusal, UserAnswer> tell(TellOfWaiting command, UserContext context) {
        return context.now().isAfter(command.alertedAt().plus(WORTH_A_MAIL))
                ? Decision.accept(new UserAnswer.Done())
                : Decision.accept(
                        new UserAnswer.Done(),
                        new WaitingTold(
                                command.notificationId(),
                                command.conferenceId(),
                                command.waitingSince(),
                                command.waiting(),
                                context.now()));
    }

    private static NumberChoice choice(ChangeConferencing command, ServiceNumber.Type type) {
        return switch (type) {
            case TOLL -> command.serviceNumber();
            case TOLL_FREE -> command.tollFreeServiceNumber();
        };
    }
}
