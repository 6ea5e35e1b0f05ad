package dev.foyer.ctl.session;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;

/** What is said of whatever went wrong: one sentence, also when the fault is our own. */
public final class Mishap {

    private Mishap() {}

    /** Says it, and how the program ends. */
    public static ExitCode say(Console console, boolean verbose, RuntimeException e) {
        console.out().flush();
        if (e instanceof CtlException known) {
            console.say(known.getMessage());
            return known.code();
        }
        console.say("foyerctl itself failed (" + e.getClass().getSimpleName()
                + "); please report it; --verbose shows where.");
        if (verbose) {
            where(console, e);
        }
        return ExitCode.FAILED;
    }

    /** Without the messages: one of the JDK's may quote a header, which signs in. */
    private static void where(Console console, Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            console.say("VERBOSE: " + cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                console.say("VERBOSE:     at " + frame);
            }
        }
    }
}
