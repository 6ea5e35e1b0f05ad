package dev.foyer.base;

import java.util.Locale;

/** This instance cannot decide the command now; try again. Carries no stack: it is an answer, not a bug. */
public final class Unavailable extends RuntimeException {

    /** Why, as a stable word for callers. */
    public enum Reason {
        /** Another instance owns the partition, or nobody does yet. */
        MOVED,
        /** The owner is reading the log. */
        RECOVERING,
        /** Too many commands wait. */
        OVERLOADED,
        /** The broker confirms nothing, so nothing can be decided, here or at another instance that we would have to ask it for. */
        BROKER_AWAY,
        /** The broker refuses what this instance writes: its clock is far ahead. Only an operator can help. */
        CLOCK_AHEAD,
        /** As many different keys as are remembered were used for this aggregate within a day. Only time helps, or no key. */
        IDEMPOTENCY_KEYS_USED_UP
    }

    private final Reason reason;

    /** @param detail a sentence for the caller */
    public Unavailable(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** The stable word. */
    public Reason reason() {
        return reason;
    }

    /** The same as the name of a {@link Problem}. */
    public String name() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
