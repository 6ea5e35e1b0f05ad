package dev.foyer.ctl.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The process's own streams, for one line. */
public final class SystemConsole implements Console {

    private static final int USUAL_WIDTH = 120;
    private static final int NARROWEST = 20;

    private final PrintWriter out = writer(System.out);
    private final PrintWriter err = writer(System.err);
    private final Map<String, String> environment;
    private BufferedReader in;
    private volatile boolean asking;

    public SystemConsole(Map<String, String> environment) {
        this.environment = environment;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public boolean colours() {
        return isTerminal("FOYERCTL_OUT_IS_TERMINAL") && !environment.containsKey("NO_COLOR");
    }

    @Override
    public boolean interactive() {
        return isTerminal("FOYERCTL_ERR_IS_TERMINAL");
    }

    /** The launching script knows; Java only learns whether all are one. */
    private boolean isTerminal(String variable) {
        String said = environment.get(variable);
        return said == null ? System.console() != null && System.console().isTerminal() : said.equals("1");
    }

    @Override
    public int width() {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            // Terminals that do not know it say 0.
            return columns > NARROWEST ? columns : USUAL_WIDTH;
        } catch (NumberFormatException _) {
            return USUAL_WIDTH;
        }
    }

    @Override
    public Optional<String> ask(String question) {
        out.flush();
        err.print(question);
        err.flush();
        asking = true;
        try {
            if (in == null) {
                in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            }
            return Optional.ofNullable(in.readLine());
        } catch (IOException _) {
            return Optional.empty();
        } finally {
            asking = false;
        }
    }

    /** Whether somebody's answer is waited for, which nothing but an answer ends. */
    public boolean isAsking() {
        return asking;
    }

    @Override
    public Optional<String> askSecret(String question) {
        out.flush();
        err.flush();
        java.io.Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            return Optional.empty();
        }
        asking = true;
        try {
            return Optional.ofNullable(terminal.readPassword("%s", question)).map(String::new);
        } finally {
            asking = false;
        }
    }
}
