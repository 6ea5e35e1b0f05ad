package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferenceId;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdReturned;
import dev.foyer.pin.domain.user.UserCommand.NoteConferenceIdTaken;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdWanted;
import java.time.Instant;
import java.util.List;

/**
 * How a user comes to a conference ID and gets rid of it, together with the register (rules C2, C3): want it, reserve it
 * there, use it here; stop using it here, give it back there. Whatever is left half done has a due time.
 */
final class ConferenceIdDecisions {

    private ConferenceIdDecisions() {}

    /** One change of the ID at a time: two would undo each other between the user and the register. */
    static Decision<UserEvent, UserRefusal, UserAnswer> want(User user, WantConferenceId command, UserContext context) {
        String id = command.conferenceId();
        if (user instanceof Enabled enabled
                && enabled.conferencing().conferenceId().equals(id)) {
            return Decision.accept(new UserAnswer.ConferenceIdIs(id));
        }
        if (user.ids().byId().containsKey(id)) {
            return Decision.refuse(new UserRefusal.ConferenceIdUnsettled(id));
        }
        if (!context.room().toGrow().getAsBoolean()) {
            return Decision.refuse(new UserRefusal.UserLimitReached());
        }
        Instant until = context.now().plus(context.conferenceIdPatience());
        // Half of the patience is for clocks that differ and for what is on its way.
        Instant reserveBefore =
                context.now().plus(context.conferenceIdPatience().dividedBy(2));
        return Decision.accept(new UserAnswer.Wanted(id, reserveBefore, until), new ConferenceIdWanted(id, until));
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> change(
            Enabled user, ChangeConferenceId command, UserContext context) {
        String present = user.conferencing().conferenceId();
        if (!context.actorIsAdministrator()) {
            return Decision.refuse(new UserRefusal.ConferenceIdNeedsAdministrator());
        }
        if (present.equals(command.conferenceId())) {
            return Decision.accept(new UserAnswer.ConferenceIdIs(present));
        }
        if (command.conferenceId() == null || !user.ids().isWanted(command.conferenceId())) {
            return Decision.refuse(new UserRefusal.ConferenceIdNotReserved());
        }
        return Decision.accept(
                new UserAnswer.ConferenceIdIs(command.conferenceId()),
                new ConferenceIdChanged(present, command.conferenceId(), context.now()));
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> settle(User user, UserContext context) {
        List<UserEvent> overdue = user.ids().byId().entrySet().stream()
                .filter(entry -> !entry.getValue().due().isAfter(context.now()))
                .map(entry -> (UserEvent) new ConferenceIdGivenUp(
                        entry.getKey(), context.now(), context.now().plus(context.conferenceIdPatience())))
                .toList();
        return Decision.accept(new UserAnswer.Done(), overdue);
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> noteTaken(User user, NoteConferenceIdTaken note) {
        return user.ids().isWantedUntil(note.conferenceId(), note.until())
                ? Decision.accept(new UserAnswer.Done(), new ConferenceIdReturned(note.conferenceId()))
                : Decision.accept(new UserAnswer.Done());
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> noteReturned(User user, NoteConferenceIdReturned note) {
        return user.ids().isReturning(note.conferenceId())
                ? Decision.accept(new UserAnswer.Done(), new ConferenceIdReturned(note.conferenceId()))
                : Decision.accept(new UserAnswer.Done());
    }
}
