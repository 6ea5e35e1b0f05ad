package dev.foyer.proof.lobby;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.proof.bench.BareClients;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Says that PINs were right, as pin-service does. Thread-safe. */
final class Verifications implements AutoCloseable {

    private static final String TOPIC = "organizer.verified";
    private static final String TYPE = "foyer.pin.OrganizerVerified.v1";

    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordSigner pinService;
    private final CloudEventWriter writer = new CloudEventWriter("pin-service");

    Verifications(Map<String, Object> connection, RecordSigner pinService) {
        this.producer = BareClients.producer(connection);
        this.pinService = pinService;
    }

    /** Ready to be sent: making it is not part of what is measured. */
    ProducerRecord<byte[], byte[]> of(String conferenceId) {
        Instant now = Instant.now();
        String id = UUID.randomUUID().toString();
        Map<String, Object> data = Map.of(
                "tenant",
                Bridge.TENANT,
                "userId",
                Bridge.ORGANIZER,
                "conferenceId",
                conferenceId,
                "callId",
                UUID.randomUUID().toString(),
                "verifiedAt",
                now);
        return writer.write(
                new PublicRecord(TOPIC, conferenceId, TYPE, conferenceId, Bridge.TENANT, data, pinService),
                new CommandMeta(id, id, new Actor("bridge", "bridge", null)),
                0,
                1,
                now,
                now);
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
