package dev.foyer.eventsourcing.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One public event as a reader gets it. Immutable.
 *
 * @param id unique with the source; the same when the record is read again
 * @param type CloudEvents type with version, e.g. {@code foyer.pin.PinReset.v1}
 * @param subject CloudEvents subject, or {@code null}
 * @param tenant of the extension; records of {@code in.} topics get theirs from the topic's name instead
 * @param actor who caused it, or {@code null}
 * @param data the JSON data
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
        long offset) {}
