package dev.foyer.ctl.shell;

import dev.foyer.ctl.session.Console;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** The shell's terminal. */
final class TerminalConsole implements Console {

    private final Terminal terminal;
    private final LineReader reader;
    private final boolean colours;

    TerminalConsole(Terminal terminal, LineReader reader, Map<String, String> environment) {
        this.terminal = terminal;
        this.reader = reader;
        this.colours = !isDumb(terminal) && !environment.containsKey("NO_COLOR");
    }

    private static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    public PrintWriter out() {
        return terminal.writer();
    }

    @Override
    public PrintWriter err() {
        return terminal.writer();
    }

    @Override
    public boolean colours() {
        return colours;
    }

    @Override
    public boolean interactive() {
        return !isDumb(terminal);
    }

    @Override
    public int width() {
        return terminal.getWidth() > 20 ? terminal.getWidth() : 120;
    }

    @Override
    public Optional<String> ask(String question) {
        return asked(question, null);
    }

    @Override
    public Optional<String> askSecret(String question) {
        return asked(question, (char) 0);
    }

    /** An answer is no line: it does not come into the history. */
    private Optional<String> asked(String question, Character mask) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            return Optional.of(reader.readLine(question, mask));
        } catch (EndOfFileException | UserInterruptException _) {
            return Optional.empty();
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }
}
