package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.Setup;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of the logs, of one process or of all. */
@Command(name = "logs", description = "Show the end of the logs.")
public final class LogsCommand implements Runnable {

    private static final int NAME_WIDTH = 22;

    @Parameters(paramLabel = "service", arity = "0..1", description = "As ./foyer status names it; all when left out.")
    private String service;

    @Option(names = "-f", description = "Go on as lines come, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "lines",
            defaultValue = "40",
            description = "How many lines of each (default 40).")
    private int lines;

    @Override
    public void run() {
        Home home = Setup.of(System.getenv()).home();
        Map<String, LogFollower> logs = new LinkedHashMap<>();
        for (String name : service == null ? all() : List.of(named())) {
            logs.put(name, LogFollower.fromStart(home.log(name)));
        }
        int shown = logs.entrySet().stream()
                .mapToInt(log -> print(log.getKey(), lastOf(log.getValue().newLines())))
                .sum();
        if (shown == 0 && !follow) {
            throw new CannotRun("There are no logs in " + home.logs() + " yet.");
        }
        if (follow) {
            Pause.meanwhile(() -> logs.forEach((name, log) -> print(name, log.newLines())), () -> false);
        }
    }

    /** Also what the supervisor in the background says, e.g. that a process has ended. */
    private static List<String> all() {
        return Stream.concat(
                        Stream.of(Detached.LOG),
                        Arrays.stream(Component.values()).map(Component::title))
                .toList();
    }

    private String named() {
        return service.equals(Detached.LOG)
                ? service
                : Component.titled(service).title();
    }

    private List<String> lastOf(List<String> all) {
        return all.subList(Math.max(0, all.size() - Math.max(0, lines)), all.size());
    }

    private int print(String name, List<String> some) {
        String prefix = service == null ? (name + " ".repeat(NAME_WIDTH)).substring(0, NAME_WIDTH) : "";
        some.forEach(line -> System.out.println(prefix + line));
        return some.size();
    }
}
