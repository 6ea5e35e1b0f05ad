package dev.foyer.service.calls;

/** A token that proves nothing. Without text of the token, and no stack: it is an answer, not a bug. */
public final class CallRefused extends Exception {

    /** Why, for operators; callers are told all the same. */
    public enum Reason {
        /** Absent, no JWT, of another type or algorithm, or without a claim that it must have. */
        FORM,
        /** By no key that we know, or changed on its way. */
        SIGNATURE,
        /** For another service, or from another issuer. */
        AUDIENCE,
        /** Over, or from the future. */
        TIME
    }

    private final Reason reason;

    CallRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
