package dev.foyer.local;

/**
 * Something the person at the terminal has to know or change, said in one sentence. It ends a command with exit code 1;
 * its stack trace is never shown.
 */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param sentence what is wrong and what to do about it */
    public CannotRun(String sentence) {
        super(sentence);
    }

    /** @param sentence what is wrong and what to do about it */
    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
