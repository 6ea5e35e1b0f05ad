package dev.foyer.pin.inbound;

import static dev.foyer.base.events.EventData.required;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserCommand.TellOfWaiting;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Somebody has been waiting in a meeting of this user (E7): the user is mailed. We are asked, and not notification-service, because
 * name, address, language and numbers are ours, and because what users are mailed is in one order.
 */
public record WhenOrganizerAlertedThenTellOfWaiting(Users users) implements Reaction {

    private static final String US = "pin-service";

    @Override
    public String type() {
        return "foyer.meeting.OrganizerAlerted.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        Alerted data = EventData.of(event).as(Alerted.class);
        UserKey organizer = new UserKey(required(data.tenant(), "tenant"), required(data.organizerId(), "organizerId"));
        return users.submit(organizer, data.command(event.id()), event.meta(US));
    }

    /** The fields that we use. */
    private record Alerted(
            String tenant, String conferenceId, String organizerId, Instant waitingSince, Integer waiting, Instant at) {

        TellOfWaiting command(String eventId) {
            return new TellOfWaiting(
                    UUID.nameUUIDFromBytes(("waiting|" + eventId).getBytes(UTF_8))
                            .toString(),
                    required(conferenceId, "conferenceId"),
                    required(waitingSince, "waitingSince"),
                    required(waiting, "waiting"),
                    required(at, "at"));
        }
    }
}
