package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Run;
import dev.foyer.ctl.session.Console;
import dev.foyer.ctl.session.Session;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What one pipeline changes: done once each, continued where it was broken off, with what the administrator agreed to. */
public final class Work {

    private final Session session;
    private final LineRun line;
    private final int pipeline;
    private Boolean always;
    private long total = -1;
    private long looked;
    private int done;
    private int skipped;
    private int failed;

    /** @param pipeline of the line, counted from 0: the same change in another one is another change */
    Work(Session session, LineRun line, int pipeline) {
        this.session = session;
        this.line = line;
        this.pipeline = pipeline;
    }

    /** How many users the line goes through, if somebody knows. */
    void expect(long count) {
        total = count;
    }

    /** One more of them came, whether anything is done to it or not. */
    void looked() {
        looked++;
    }

    /** Whether this line does the rest of one that was broken off. */
    boolean continues() {
        return line.continues();
    }

    /** Whether that change was made by this line, now or before it was broken off. */
    boolean isDone(String subject) {
        return line.get().isDone(pipeline + " " + subject);
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
        String mine = pipeline + " " + subject;
        Run run = line.get();
        if (run.isDone(mine)) {
            skipped++;
            return Optional.empty();
        }
        T result = change.apply(run.key(mine));
        run.done(mine);
        done++;
        session.progress().at(total > 0 ? looked : done + skipped, total, done + skipped + " done" + ofLooked());
        return Optional.of(result);
    }

    /** One was refused; the others go on. */
    void failed(String sentence) {
        session.progress().clear();
        session.console().say(sentence);
        failed++;
    }

    /** How many were refused. */
    int failures() {
        return failed;
    }

    /** All is through. */
    void end() {
        session.progress().clear();
        if (done + skipped + failed > 1) {
            session.console()
                    .say(done + " done" + (skipped > 0 ? ", " + skipped + " before" : "")
                            + (failed > 0 ? ", " + failed + " refused" : "") + ".");
        }
    }

    /** It stops before its end: the same line will go on from here. */
    void brokenOff() {
        session.progress().clear();
        int sofar = done + skipped;
        if (sofar > 0) {
            session.console()
                    .say(sofar + (sofar == 1 ? " is" : " are") + " done" + ofLooked()
                            + "; the same line within 20 hours goes on from here.");
        }
    }

    private String ofLooked() {
        return total > 0 ? ", " + looked + " of " + total + " users looked at" : "";
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
