package dev.foyer.ctl;

/** Why a line was not done, in one sentence for whoever typed it. It never quotes a secret. */
public class CtlException extends RuntimeException {

    private final transient ExitCode code;

    /** @param sentence what is wrong and what to do */
    public CtlException(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The line itself is wrong. */
    public static CtlException usage(String sentence) {
        return new CtlException(ExitCode.USAGE, sentence);
    }

    /** How the program ends. */
    public ExitCode code() {
        return code;
    }
}
