package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One public event as a reader gets it. Immutable.
 *
 * @param id unique with the source; the same when the record is read again
 * @param type CloudEvents type with version, e.g. {@code foyer.pin.PinReset.v1}
 * @param subject CloudEvents subject, or {@code null}
 * @param tenant of the extension; records of {@code in.} topics get theirs from the topic's name instead
 * @param actor who caused it, or {@code null}
 * @param data the JSON data
 * @param source CloudEvents source
 * @param key of the record, or {@code null}: what keeps the order
 * @param writtenAt the record's own time
 */
public record InboundEvent(
        String id,
        String type,
        String subject,
        Instant time,
        String tenant,
        String actor,
        String actorRole,
        String commandId,
        String correlationId,
        JsonNode data,
        String topic,
        int partition,
        long offset,
        String source,
        String key,
        Instant writtenAt) {

    /** One whose order does not matter. */
    public InboundEvent(
            String id,
            String type,
            String subject,
            Instant time,
            String tenant,
            String actor,
            String actorRole,
            String commandId,
            String correlationId,
            JsonNode data,
            String topic,
            int partition,
            long offset) {
        this(
                id,
                type,
                subject,
                time,
                tenant,
                actor,
                actorRole,
                commandId,
                correlationId,
                data,
                topic,
                partition,
                offset,
                "",
                null,
                time);
    }

    /** The command id for what somebody else's topic asks of one aggregate: it makes both kinds of repetition harmless. */
    public InboundId inboundId() {
        return new InboundId(digest(source + "\n" + id), topic + "-" + partition, offset, writtenAt.toEpochMilli());
    }

    private static String digest(String name) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
