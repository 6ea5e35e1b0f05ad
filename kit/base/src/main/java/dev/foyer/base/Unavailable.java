package dev.foyer.base;

/** This instance cannot decide the command now; try again. Carries no stack: it is an answer, not a bug. */
public final class Unavailable extends RuntimeException {

    /** Why, as a stable word for callers. */
    public enum Reason {
        /** Another instance owns the partition, or nobody does yet. */
        MOVED,
        /** The owner is reading the log. */
        RECOVERING,
        /** Too many commands wait. */
        OVERLOADED
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
}
