package dev.foyer.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.gateway.index.LetterRecords;
import dev.foyer.gateway.index.Subject;
import dev.foyer.gateway.streams.Headers;
import dev.foyer.gateway.streams.RecordReader;
import dev.foyer.gateway.streams.Said;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** That something changed, and nothing of how it is now: who is told asks for that, and is answered what they may see. */
final class Changes implements RecordReader {

    /** Of every event but {@code reset}. */
    static final String NAME = "changed";

    /** Of a type: what happened, between the service and the version. */
    private static final Pattern HAPPENED = Pattern.compile("foyer\\.[a-z]+\\.(\\w+)\\.v[0-9]+");

    private static final JsonMapper JSON = Json.mapper().build();

    /** The audit has no row of it: nobody has done anything yet. */
    private static final String LETTER = "DeadLetterWritten";

    @Override
    public String tenant(ConsumerRecord<byte[], byte[]> record) {
        return LetterRecords.areIn(record.topic())
                ? letter(record).map(BuriedRecord::owner).orElse(null)
                : RecordReader.super.tenant(record);
    }

    /** Nothing when the view does not show it, or it is of no tenant. */
    @Override
    public Optional<Said> said(ConsumerRecord<byte[], byte[]> record) {
        return LetterRecords.areIn(record.topic()) ? letter(record).map(Changes::ofLetter) : event(record);
    }

    /** Whose it is says where it was read. What its own headers say is what somebody wrote who was not understood, or not allowed to. */
    private static Said ofLetter(BuriedRecord letter) {
        ObjectNode told = JSON.createObjectNode()
                .put("kind", Subject.DEAD_LETTER.name())
                .put("id", letter.id())
                .put("type", LETTER)
                .put("at", letter.buriedAt().toString());
        return new Said(letter.owner(), Subject.DEAD_LETTER.name(), NAME, told.toString());
    }

    private static Optional<BuriedRecord> letter(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(LetterRecords.read(record));
        } catch (Unacceptable e) {
            return Optional.empty(); // the view has left it out, too
        }
    }

    private static Optional<Said> event(ConsumerRecord<byte[], byte[]> record) {
        String type = Headers.text(record, Headers.TYPE);
        String tenant = Headers.text(record, Headers.TENANT);
        if (type == null || tenant == null || record.value() == null) {
            return Optional.empty();
        }
        return Subject.of(record.topic(), type)
                .filter(subject -> subject != Subject.ADDRESS)
                .flatMap(subject -> data(record)
                        .flatMap(data -> told(subject, type, Headers.text(record, Headers.TIME), data))
                        .map(told -> new Said(tenant, subject.name(), NAME, told.toString())));
    }

    private static Optional<JsonNode> data(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(JSON.readTree(record.value())).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty(); // of ours, or somebody's mischief: the view has left it out, too
        }
    }

    private static Optional<ObjectNode> told(Subject subject, String type, String at, JsonNode data) {
        ObjectNode told = JSON.createObjectNode().put("kind", subject.name());
        if (subject.idField().isPresent()) {
            JsonNode id = data.path(subject.idField().get());
            if (!id.isTextual()) {
                return Optional.empty();
            }
            told.set("id", id);
        }
        user(subject, data).ifPresent(user -> told.set("user", user));
        Matcher happened = HAPPENED.matcher(type);
        if (!happened.matches()) {
            return Optional.empty(); // no reader may stop at a record that is none of ours
        }
        told.put("type", happened.group(1)); // as the audit calls it
        if (at != null) {
            told.put("at", at);
        }
        return Optional.of(told);
    }

    /** Whose it is, for who looks at one user. */
    private static Optional<JsonNode> user(Subject subject, JsonNode data) {
        return switch (subject) {
            case USER, NOTIFICATION -> Optional.of(data.path("userId")).filter(JsonNode::isTextual);
            case MEETING -> Optional.of(data.path("organizerId")).filter(JsonNode::isTextual);
            default -> Optional.empty();
        };
    }
}
