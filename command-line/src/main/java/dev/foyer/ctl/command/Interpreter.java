package dev.foyer.ctl.command;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.cmdlets.LineRunner;
import dev.foyer.ctl.parser.Words;
import dev.foyer.ctl.session.Mishap;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.util.List;

/** Runs one line, whichever kind it is, and says what went wrong in one sentence. */
public final class Interpreter {

    private final Session session;

    public Interpreter(Session session) {
        this.session = session;
    }

    /** How it ended; what was wrong is said. */
    public ExitCode run(String line) {
        ExitCode code;
        try {
            LineOptions cut = LineOptions.of(line, Options.NONE);
            session.begin(cut.options());
            if (cut.options().copy()) {
                session.clipboard().mustBeThere();
            }
            code = cut.line().isEmpty() ? new Root(session).run(List.of("--help"), session) : understood(cut.line());
        } catch (RuntimeException e) {
            session.progress().clear();
            code = Mishap.say(session.console(), session.options().verbose(), e);
        }
        session.console().out().flush();
        session.console().err().flush();
        return code;
    }

    private ExitCode understood(String typed) {
        String line = typed.strip();
        String first = line.split("[\\s|;]", 2)[0];
        String rest = line.substring(first.length()).strip();
        // As people bring it from the other shell.
        if (first.equals("foyerctl") && !rest.isEmpty()) {
            return understood(rest);
        }
        boolean asksForHelp = rest.equals("-?") || rest.equals("--help") || rest.equals("-h");
        if (!isCmdlet(first) || first.equals("man") && (rest.isEmpty() || asksForHelp)) {
            // "man" alone is the manual's page; with a name behind it, PowerShell's alias of Get-Help.
            return new Root(session, first).run(Words.of(line), session);
        }
        return new LineRunner(session).run(asksForHelp ? "Get-Help " + first : line);
    }

    /** Also one that can only be meant as a cmdlet: it is answered with those that there are. */
    private static boolean isCmdlet(String word) {
        return LineRunner.isCmdlet(word) || LineRunner.looksLikeCmdlet(word) && !Root.isCommand(word);
    }
}
