package dev.foyer.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.testing.BrokerResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What anybody can read in {@code meeting.events}. */
public final class MeetingEventsTopic {

    private MeetingEventsTopic() {}

    /** The committed events of one meeting, in order: the type's short name and who it is about. */
    public static List<String> of(String conferenceId) {
        return events(conferenceId).stream().map(MeetingEventsTopic::line).toList();
    }

    /** The committed events of one meeting, in order. */
    public static List<InboundEvent> events(String conferenceId) {
        Map<String, Object> config = new HashMap<>(BrokerResource.broker().connection());
        config.put("isolation.level", "read_committed");
        List<InboundEvent> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<byte[], byte[]>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor("meeting.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(read -> found.add(CloudEventReader.read(read)));
            }
        }
        return found.stream()
                .filter(event -> event.subject().equals(conferenceId))
                .toList();
    }

    private static String line(InboundEvent event) {
        JsonNode who = event.data().has("callId")
                ? event.data().get("callId")
                : event.data().path("participantId");
        String type = event.type().replace("foyer.meeting.", "").replace(".v1", "");
        return who.isTextual() ? type + " " + who.textValue() : type;
    }
}
