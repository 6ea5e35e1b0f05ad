package dev.foyer.pin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.pin.domain.conferenceid.ConferenceId;
import dev.foyer.pin.domain.conferenceid.ConferenceId.Reserved;
import dev.foyer.pin.domain.conferenceid.ConferenceIdDecider;
import dev.foyer.pin.domain.conferenceid.ConferenceIdEvent;
import dev.foyer.pin.journal.PinJournal;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TestBroker;
import dev.foyer.testing.TopicContents;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who has which conference ID, as the journal says. */
public final class ReservedConferenceIds {

    private static final String PREFIX = "conference-id:";
    private static final ConferenceIdDecider DECIDER = new ConferenceIdDecider();

    private ReservedConferenceIds() {}

    /** @param owner {@code tenant/userId} */
    static Set<String> of(String owner) {
        return of(BrokerResource.broker(), owner);
    }

    /** @param owner {@code tenant/userId} */
    public static Set<String> of(TestBroker broker, String owner) {
        Map<String, ConferenceId> states = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> each : TopicContents.records(broker, "pin.journal")) {
            String key = new String(each.key(), UTF_8);
            if (key.startsWith(PREFIX)) {
                String type = new String(each.headers().lastHeader("type").value(), UTF_8);
                ConferenceIdEvent event = PinJournal.CONFERENCE_ID_EVENTS.read(type, each.value());
                String id = key.substring(PREFIX.length());
                states.put(id, DECIDER.evolve(states.getOrDefault(id, DECIDER.initial()), event));
            }
        }
        return states.entrySet().stream()
                .filter(each -> each.getValue().equals(new Reserved(owner)))
                .map(Entry::getKey)
                .collect(Collectors.toSet());
    }
}
