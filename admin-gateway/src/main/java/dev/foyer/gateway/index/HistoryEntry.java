package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One public event, for history and audit (rule F1: there is no second log).
 *
 * @param type without {@code foyer.<service>.} and version, e.g. {@code PinReset}
 * @param user the user whom it is about, or {@code null}
 * @param data what the event says, without who and when; events never carry a PIN
 * @param changes what became different by it, as far as it is known
 * @param organizer whose meeting it is about, or {@code null}
 * @param release of those who waited, or {@code null}
 * @param reason why the actor wanted it, or the record that asked for it; {@code null}: it is not said
 */
public record HistoryEntry(
        String tenant,
        String id,
        String type,
        String source,
        Instant at,
        long sequence,
        String actor,
        String role,
        String commandId,
        String correlationId,
        String user,
        JsonNode data,
        List<Change> changes,
        String organizer,
        Release release,
        String reason)
        implements Entry {

    private static final List<String> SOURCES = List.of("pin", "notification", "meeting");

    /**
     * Callers who were let in.
     *
     * @param callers how many of them had waited
     * @param waitedMillis all of them together
     */
    public record Release(int callers, long waitedMillis) {}

    /** One that is about no meeting. */
    public HistoryEntry(
            String tenant,
            String id,
            String type,
            String source,
            Instant at,
            long sequence,
            String actor,
            String role,
            String commandId,
            String correlationId,
            String user,
            JsonNode data,
            List<Change> changes,
            String reason) {
        this(
                tenant,
                id,
                type,
                source,
                at,
                sequence,
                actor,
                role,
                commandId,
                correlationId,
                user,
                data,
                changes,
                null,
                null,
                reason);
    }

    /** The same of a meeting. */
    HistoryEntry of(String organizerId, Release released) {
        return new HistoryEntry(
                tenant,
                id,
                type,
                source,
                at,
                sequence,
                actor,
                role,
                commandId,
                correlationId,
                user,
                data,
                changes,
                organizerId,
                released,
                reason);
    }

    /** When what it is about began: of a mail when it was made, of anything else when it happened. */
    Instant began() {
        JsonNode createdAt = data.path("createdAt");
        try {
            return createdAt.isTextual() ? Instant.parse(createdAt.textValue()) : at;
        } catch (DateTimeParseException _) {
            return at; // nobody's record stops the index
        }
    }

    @Override
    public String key() {
        return key(source, id);
    }

    /** All that an event of this id may have: each service makes ids of its own. */
    static Stream<String> keys(String eventId) {
        return SOURCES.stream().map(source -> key(source, eventId));
    }

    private static String key(String source, String eventId) {
        return source + '|' + eventId;
    }
}
