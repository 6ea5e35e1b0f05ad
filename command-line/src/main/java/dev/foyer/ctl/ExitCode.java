package dev.foyer.ctl;

/** What a script learns from how we end. */
public enum ExitCode {
    /** All was done. */
    DONE(0),
    /** Foyer refused: unknown user, conflict, a value that is not allowed. */
    REFUSED(1),
    /** The tenant is not what the file says: only of {@code tenant drift}. */
    DIFFERS(2),
    /** Nobody is signed in, or not any more. */
    NOT_SIGNED_IN(3),
    /** Signed in, without the right to do this. */
    NO_RIGHTS(4),
    /** The gateway, or what it needs, does not answer. */
    AWAY(5),
    /** The line was not understood; nothing was sent. */
    USAGE(64),
    /** {@code foyerctl} itself is at fault. */
    FAILED(70),
    /** Stopped by Ctrl-C, or by a "no" to a question. */
    STOPPED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number for {@code exit}. */
    public int code() {
        return code;
    }
}
