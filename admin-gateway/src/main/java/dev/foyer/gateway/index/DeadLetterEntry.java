package dev.foyer.gateway.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A record that a service could not use, and what became of it. Both are heard of in any order: the letter lies in a topic of its own.
 *
 * @param tenant whose topic it was read from; {@link SourceEntry#NO_TENANT} for what is no tenant's
 * @param service that could not use it, such as {@code pin}
 * @param version of the last event about it; 0: there is none
 * @param letter {@code null}: only what became of it is known, for the letter is gone
 * @param topic and {@code partition}, {@code offset}: where the record was read
 * @param outcome {@code null}: nobody did anything about it
 */
public record DeadLetterEntry(
        String tenant,
        String id,
        String service,
        long version,
        Letter letter,
        String topic,
        int partition,
        long offset,
        Outcome outcome)
        implements Entry {

    /** What became of it. */
    public enum State {
        /** Nobody did anything about it. */
        OPEN,
        /** It was replayed, and could not be used again. */
        BURIED_AGAIN,
        /** It was replayed, and handled. */
        REPLAYED,
        /** Somebody decided that nothing is to be done. */
        DISCARDED
    }

    /**
     * As it lies in the topic of its service.
     *
     * @param reason why the record could not be used
     * @param kept {@code WHOLE}, {@code AT_ORIGIN} or {@code NOTHING}
     * @param content what is shown of the record; {@code null}: nothing
     */
    public record Letter(
            int partition,
            long offset,
            String reason,
            Instant writtenAt,
            Instant buriedAt,
            String kept,
            Content content) {}

    /**
     * What a tenant wrote.
     *
     * @param type of the event as the headers say it, or {@code null}
     * @param value as text, not more than fits
     * @param cut whether there is more of it
     */
    public record Content(String key, String type, String value, boolean cut) {}

    /**
     * @param why it could not be used again, or {@code null}
     * @param reason of whoever did it, or {@code null}
     * @param by the account
     */
    public record Outcome(State state, String why, String reason, String by, Instant at, String commandId) {}

    @JsonIgnore
    public State state() {
        return outcome == null ? State.OPEN : outcome.state();
    }

    /** Whether something can be done about it: it is not settled, there, and kept. */
    @JsonIgnore
    public boolean isReplayable() {
        return letter != null
                && !letter.kept().equals("NOTHING")
                && (state() == State.OPEN || state() == State.BURIED_AGAIN);
    }

    @Override
    @JsonIgnore
    public Instant at() {
        return letter == null ? outcome.at() : letter.buriedAt();
    }

    @Override
    public String key() {
        return id;
    }
}
