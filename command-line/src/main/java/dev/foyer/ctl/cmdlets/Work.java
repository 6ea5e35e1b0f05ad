package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Run;
import dev.foyer.ctl.session.Console;
import dev.foyer.ctl.session.Session;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What one line changes: done once each, continued where it was broken off, with what the administrator agreed to. */
public final class Work {

    private static final int SAID_EVERY = 10;

    private final Session session;
    private final String line;
    private Run run;
    private Boolean always;
    private long total = -1;
    private int done;
    private int skipped;
    private int failed;

    Work(Session session, String line) {
        this.session = session;
        this.line = line;
    }

    /** How many will come, if somebody knows. */
    void expect(long count) {
        total = count;
    }

    /**
     * Makes one change, unless it was made before the line was broken off.
     *
     * @param subject what is changed how, the same in each try
     * @param change gets the key that makes two requests one
     * @return empty when it was made before
     */
    <T> Optional<T> once(String subject, Function<String, T> change) {
        session.cancel().check();
        if (run == null) {
            run = Run.of(
                    session.folder(),
                    session.gateway().profile(),
                    line,
                    session.options().anew());
            if (run.before() > 0) {
                session.console()
                        .say(
                                "Continuing: " + run.before()
                                        + " were done when this line was broken off and are not done again; --new-run begins anew.");
            }
        }
        if (run.isDone(subject)) {
            skipped++;
            return Optional.empty();
        }
        T result = change.apply(run.key(subject));
        run.done(subject);
        done++;
        progress();
        return Optional.of(result);
    }

    /** One was refused; the others go on. */
    void failed() {
        failed++;
    }

    /** How many were refused. */
    int failures() {
        return failed;
    }

    /** All is through. */
    void end() {
        clear();
        if (run != null) {
            run.end();
        }
        if (done + skipped + failed > 1) {
            session.console()
                    .say(done + " done" + (skipped > 0 ? ", " + skipped + " before" : "")
                            + (failed > 0 ? ", " + failed + " refused" : "") + ".");
        }
    }

    /** It stops before its end: the same line will go on from here. */
    void brokenOff() {
        clear();
        if (run != null && done + skipped > 0) {
            session.console()
                    .say((done + skipped) + (total < 0 ? "" : " of " + total)
                            + " are done; the same line within 20 hours goes on from here.");
        }
    }

    private void progress() {
        if (session.console().interactive() && done % SAID_EVERY == 0) {
            session.console().err().print("\r" + (done + skipped) + (total < 0 ? "" : " of " + total) + " done ");
            session.console().err().flush();
        }
    }

    private void clear() {
        if (session.console().interactive() && done >= SAID_EVERY) {
            session.console().err().println();
        }
    }

    /** Asks, unless "all" was answered before. */
    boolean agreed(Console console, String operation, String target) {
        if (always != null) {
            return always;
        }
        console.say("Confirm");
        console.say("Performing the operation \"" + operation + "\" on target \"" + target + "\".");
        while (true) {
            String answer = console.ask("[Y] Yes  [A] Yes to All  [N] No  [L] No to All (default is \"Y\"): ")
                    .orElseThrow(() -> new CtlException(
                            ExitCode.STOPPED, "Nobody is there to confirm, so nothing was done; leave -Confirm out."));
            switch (answer.strip().toLowerCase(Locale.ROOT)) {
                case "", "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                case "a" -> always = true;
                case "l" -> always = false;
                default -> console.say("Answer with Y, A, N or L.");
            }
            if (always != null) {
                return always;
            }
        }
    }
}
