package dev.foyer.meeting.inbound;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.CorrelationId;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PinWords;
import dev.foyer.base.events.TenantTopic;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.service.eventsourced.InboundData;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A record of a tenant's own system that may be acted upon: whose it is, and when it was so, is beyond doubt.
 *
 * @param tenant of the topic's name, and of nothing else
 * @param then when it was so, by the clock of whoever wrote it: what is newer counts, in whatever order it is read
 */
record SystemRecord<T>(String tenant, T data, Instant then, CommandMeta meta) {

    /** Other fields belong to the types. */
    record Envelope(@Text(TextKind.OPAQUE) String tenant) {}

    /**
     * Reads it.
     *
     * @param role of its writer
     * @throws Unacceptable when it cannot be used
     */
    static <T> SystemRecord<T> of(
            InboundEvent event, TenantTopic topic, String role, InboundData reader, Class<T> type) {
        String tenant = topic.tenant(event.topic());
        if (PinWords.namesOne(event.data())) {
            throw Unacceptable.secret(
                    "A field of the data is called as if a PIN or digits that a caller pressed were in it,"
                            + " and neither goes through topics; leave it out, and have PINs verified by"
                            + " POST /api/v1/bridge/calls/{callId}/organizer-pin.");
        }
        TenantTopic.sameTenant(tenant, event.tenant());
        TenantTopic.sameTenant(tenant, reader.read(event, Envelope.class).tenant());
        if (!event.envelope().saysTime()) {
            throw new Unacceptable(
                    "The attribute time is missing; it says what is newer when records come late or twice, so"
                            + " give each event the time at which it happened.");
        }
        return new SystemRecord<>(tenant, reader.read(event, type), event.time(), meta(event, tenant, role));
    }

    /** The key keeps the order, so it must be one of what the record is about. @param ids without those that are {@code null} */
    static void keyIsOneOf(InboundEvent event, String what, String... ids) {
        String key = event.origin().key();
        if (Arrays.stream(ids).filter(Objects::nonNull).noneMatch(id -> id.equals(key))) {
            throw new Unacceptable("The record's key is not its " + what
                    + "; use that as key, because the key keeps the" + " order of what is said.");
        }
    }

    /** The same event is one command, whoever sends it again; another tenant's of the same name is another one. */
    private static CommandMeta meta(InboundEvent event, String tenant, String role) {
        String requestId = event.inboundId().requestId();
        String given = event.correlationId() != null ? event.correlationId() : CorrelationId.orNull(event.id());
        return new CommandMeta(
                        tenant + "/" + requestId,
                        given != null ? given : requestId,
                        new Actor(role, role, null),
                        event.traceparent())
                .because(TextKind.LINE.isFormOf(event.id()) ? event.id() : null);
    }
}
