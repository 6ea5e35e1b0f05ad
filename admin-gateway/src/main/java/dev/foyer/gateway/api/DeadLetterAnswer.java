package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.callers.LetterContents;
import dev.foyer.gateway.index.DeadLetterEntry;
import dev.foyer.gateway.index.DeadLetterEntry.Letter;
import dev.foyer.gateway.index.DeadLetterEntry.State;
import dev.foyer.gateway.index.SourceEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that a service could not use, and what became of it. */
public record DeadLetterAnswer(
        String id,

        @Schema(description = "Whose topic the record was read from; absent: no tenant's")
        String tenant,

        @Schema(description = "The service that could not use it, such as pin-service")
        String service,

        State state,

        @Schema(description = "Why it could not be used, and what to do; absent: the letter is older than 30 days")
        String reason,

        Origin origin,

        @Schema(description = "When it was sent to the dead letters; absent: the letter is older than 30 days")
        Instant at,

        @Schema(description = "Whether it can be replayed: it is not settled, and the record is kept")
        boolean replayable,

        @Schema(description = "What the tenant's own system wrote; absent where it is confidential or may hold a PIN")
        Content content,

        @Schema(description = "What somebody did about it; absent: nobody did anything")
        Outcome outcome) {

    /** Where the record was read. */
    public record Origin(String topic, int partition, long offset, Instant writtenAt) {}

    /** @param cut whether the value is longer */
    public record Content(String key, String type, String value, boolean cut) {}

    /** @param by the account */
    public record Outcome(
            @Schema(description = "Why it could not be used again; absent: it was handled or discarded")
            String why,

            @Schema(description = "Of whoever did it") String reason,

            String by,
            Instant at) {}

    /** As somebody may see it who sees callers' numbers so. */
    public static DeadLetterAnswer of(DeadLetterEntry entry, CallerMask callers) {
        Letter letter = entry.letter();
        return new DeadLetterAnswer(
                entry.id(),
                entry.tenant().equals(SourceEntry.NO_TENANT) ? null : entry.tenant(),
                entry.service() + "-service",
                entry.state(),
                letter == null ? null : letter.reason(),
                new Origin(
                        entry.topic(), entry.partition(), entry.offset(), letter == null ? null : letter.writtenAt()),
                letter == null ? null : letter.buriedAt(),
                entry.isReplayable(),
                letter == null || letter.content() == null
                        ? null
                        : content(LetterContents.shown(entry.topic(), letter.content(), callers)),
                entry.outcome() == null ? null : outcome(entry.outcome()));
    }

    private static Content content(DeadLetterEntry.Content shown) {
        return new Content(shown.key(), shown.type(), shown.value(), shown.cut());
    }

    private static Outcome outcome(DeadLetterEntry.Outcome was) {
        return new Outcome(was.why(), was.reason(), was.by(), was.at());
    }
}
