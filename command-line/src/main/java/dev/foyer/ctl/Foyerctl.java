package dev.foyer.ctl;

import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.command.Root;
import dev.foyer.ctl.parser.Lines;
import dev.foyer.ctl.session.Mishap;
import dev.foyer.ctl.session.Session;
import dev.foyer.ctl.session.SystemConsole;
import dev.foyer.ctl.shell.Shell;
import java.util.List;
import java.util.Map;
import sun.misc.Signal;

/** The main class: one line from the arguments, or the shell. */
public final class Foyerctl {

    private Foyerctl() {}

    /** @param arguments a line, as words or after {@code -c}; none: the shell */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        SystemConsole console = new SystemConsole(environment);
        ExitCode code;
        try {
            code = run(arguments, console, environment);
        } catch (RuntimeException e) {
            code = Mishap.say(console, false, e);
        }
        console.out().flush();
        console.err().flush();
        System.exit(code.code());
    }

    private static ExitCode run(String[] arguments, SystemConsole console, Map<String, String> environment) {
        Folder folder = Folder.of(environment);
        if (arguments.length == 0) {
            return Shell.run(folder, environment);
        }
        Session session = new Session(console, folder, environment);
        for (String signal : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(signal), _ -> pressed(session, console));
        }
        // What a shell asks us while somebody types is no line yet.
        return arguments[0].equals("complete")
                ? new Root(session).run(List.of(arguments), session)
                : new Interpreter(session).run(line(List.of(arguments)));
    }

    /** What is under way is finished first, but not the second time, and not where somebody is asked. */
    private static void pressed(Session session, SystemConsole console) {
        if (console.isAsking()) {
            console.say("\nStopped.");
            // The terminal shows again what is typed.
            System.exit(ExitCode.STOPPED.code());
        }
        if (session.cancel().press()) {
            Runtime.getRuntime().halt(ExitCode.STOPPED.code());
        }
    }

    /** What follows {@code -c} is a line already; options may stand around it. */
    private static String line(List<String> arguments) {
        int at = arguments.indexOf("-c");
        if (at < 0) {
            return Lines.line(arguments);
        }
        String typed = at + 1 < arguments.size() ? arguments.get(at + 1) : "";
        String before = Lines.line(arguments.subList(0, at));
        String after = at + 2 < arguments.size() ? Lines.line(arguments.subList(at + 2, arguments.size())) : "";
        return (before + " " + typed + " " + after).strip();
    }
}
