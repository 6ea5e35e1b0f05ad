package dev.foyer.ctl.shell;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.Profile;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.command.Root;
import dev.foyer.ctl.help.Completions;
import dev.foyer.ctl.session.Session;
import dev.foyer.ctl.session.SystemConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** Reads lines until the end, and runs each. */
public final class Shell {

    private static final String HISTORY = "history";

    private Shell() {}

    /** How the last line ended. */
    public static ExitCode run(Folder folder, Map<String, String> environment) {
        try (Terminal terminal = TerminalBuilder.builder()
                .name("foyerctl")
                .system(true)
                .dumb(true)
                .build()) {
            Session ofHelp = new Session(new SystemConsole(environment), folder, environment);
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("foyerctl")
                    .parser(new WholeLine())
                    .completer(new TypedCompleter(new Completions(new Root(ofHelp).commands())))
                    .highlighter(new Highlighting())
                    // Lines have no passwords and no PINs; what begins with a space is not kept.
                    .variable(LineReader.HISTORY_FILE, folder.secretFile(HISTORY))
                    .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                    .option(LineReader.Option.HISTORY_INCREMENTAL, true)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.CASE_INSENSITIVE, true)
                    .build();
            Session session = new Session(new TerminalConsole(terminal, reader, environment), folder, environment);
            terminal.handle(Terminal.Signal.INT, _ -> session.cancel().press());
            if (session.console().interactive()) {
                session.console().say(greeting(session));
            }
            return read(reader, terminal, session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever opens the shell for the first time sees how to go on. */
    private static String greeting(Session session) {
        String whereAndWho;
        try {
            Profile profile = session.profiles().chosen(Optional.empty());
            whereAndWho = "Profile " + profile.name() + " at " + profile.url() + ".";
        } catch (CtlException e) {
            // Nobody is signed in, and how to is what it says.
            whereAndWho = e.getMessage();
        }
        return whereAndWho + "\nGet-Help lists the cmdlets, --help the short commands; Tab completes, exit ends.";
    }

    private static ExitCode read(LineReader reader, Terminal terminal, Session session) {
        Interpreter interpreter = new Interpreter(session);
        ExitCode last = ExitCode.DONE;
        while (true) {
            try {
                String line = reader.readLine("foyer> ").strip();
                switch (line.toLowerCase(Locale.ROOT)) {
                    case "" -> {}
                    case "exit", "quit" -> {
                        return last;
                    }
                    case "clear", "cls", "clear-host" -> {
                        terminal.puts(InfoCmp.Capability.clear_screen);
                        terminal.flush();
                        last = ExitCode.DONE;
                    }
                    case "history", "h", "get-history" -> {
                        reader.getHistory()
                                .forEach(entry -> terminal.writer()
                                        .println("%5d  %s".formatted(entry.index() + 1, entry.line())));
                        terminal.flush();
                        last = ExitCode.DONE;
                    }
                    default -> last = interpreter.run(line);
                }
            } catch (UserInterruptException _) {
                // The line is thrown away; the shell goes on.
                last = ExitCode.STOPPED;
            } catch (EndOfFileException _) {
                return last;
            }
        }
    }
}
