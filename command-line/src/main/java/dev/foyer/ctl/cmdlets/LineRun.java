package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.client.Run;
import dev.foyer.ctl.session.Session;

/** The {@link Run} of one line, begun with its first change. All pipelines of the line share it. */
final class LineRun {

    private final Session session;
    private final String line;
    private Run run;

    LineRun(Session session, String line) {
        this.session = session;
        this.line = line;
    }

    /** Begins it, or goes on with what the same line left. */
    Run get() {
        if (run == null) {
            run = session.run(line);
            if (run.before() > 0) {
                session.console()
                        .say("Continuing: " + run.before()
                                + (run.before() == 1 ? " was" : " were")
                                + " done when this line was broken off, now the others; --new-run begins anew.");
            }
        }
        return run;
    }

    /** Whether it does the rest of one that was broken off. */
    boolean continues() {
        return run != null && run.before() > 0;
    }

    /** Whatever it was that ended the line: what is done is not done again when the same line goes on. */
    void endIfNothingIsDone() {
        if (run != null && run.isEmpty()) {
            run.end();
        }
    }

    /** All is through: the same line is meant anew. */
    void end() {
        if (run != null) {
            run.end();
        }
    }
}
