package dev.foyer.ctl;

import dev.foyer.ctl.session.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Keeps what is written, and answers as it was told. */
public final class TestConsole implements Console {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PrintWriter outWriter = new PrintWriter(out);
    private final PrintWriter errWriter = new PrintWriter(err);
    private final Deque<String> answers = new ArrayDeque<>();
    private final boolean terminal;

    public TestConsole() {
        this(false);
    }

    /** @param terminal whether lines of it may be written over */
    public TestConsole(boolean terminal) {
        this.terminal = terminal;
    }

    /** What is answered next. */
    public void answer(String text) {
        answers.add(text);
    }

    /** What was written since somebody asked. */
    public String written() {
        return taken(out, outWriter);
    }

    /** The same of what is no object. */
    public String said() {
        return taken(err, errWriter);
    }

    private static String taken(StringWriter from, PrintWriter writer) {
        writer.flush();
        String text = from.toString();
        from.getBuffer().setLength(0);
        return text;
    }

    @Override
    public PrintWriter out() {
        return outWriter;
    }

    @Override
    public PrintWriter err() {
        return errWriter;
    }

    @Override
    public boolean colours() {
        return false;
    }

    @Override
    public boolean interactive() {
        return terminal;
    }

    @Override
    public int width() {
        return 120;
    }

    @Override
    public Optional<String> ask(String question) {
        errWriter.println(question);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> askSecret(String question) {
        return ask(question);
    }
}
