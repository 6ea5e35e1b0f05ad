package dev.foyer.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import java.util.List;

/** What anybody can read in {@code meeting.events}. */
public final class MeetingEventsTopic {

    private MeetingEventsTopic() {}

    /** The committed events of one meeting, in order: the type's short name and who it is about. */
    public static List<String> of(String conferenceId) {
        return events(conferenceId).stream().map(MeetingEventsTopic::line).toList();
    }

    /** The committed events of one meeting, in order. */
    public static List<InboundEvent> events(String conferenceId) {
        return TopicContents.events(BrokerResource.broker(), "meeting.events").stream()
                .filter(event -> event.subject().equals(conferenceId))
                .toList();
    }

    private static String line(InboundEvent event) {
        JsonNode who = event.data().has("callId")
                ? event.data().get("callId")
                : event.data().path("participantId");
        String type = event.type().replace("foyer.meeting.", "").replace(".v1", "");
        if (event.data().has("calls")) {
            StringBuilder all = new StringBuilder(type);
            event.data()
                    .get("calls")
                    .forEach(call -> all.append(' ')
                            .append(call.get("callId").textValue().replaceFirst("@[0-9]+$", "")));
            return all.toString();
        }
        return who.isTextual() ? type + " " + who.textValue().replaceFirst("@[0-9]+$", "") : type;
    }
}
