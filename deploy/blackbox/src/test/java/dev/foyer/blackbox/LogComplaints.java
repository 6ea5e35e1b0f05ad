package dev.foyer.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the logs of a Foyer say that they should not when others say odd things to it. */
final class LogComplaints {

    private LogComplaints() {}

    /**
     * Each line that begins a stack or is an error's, with its log; twenty at most.
     *
     * @param meant errors that are what an operator should read
     */
    static List<String> in(Path home, Predicate<String> meant) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            for (Path log : logs.toList()) {
                String before = "";
                for (String line : Files.readAllLines(log)) {
                    if (line.startsWith("\tat ") && !before.startsWith("\tat ") || line.matches("\\S+ \\S+ ERROR .*")) {
                        found.add(log.getFileName() + ": " + before + " " + line);
                    }
                    before = line;
                }
            }
        }
        found.removeIf(line -> line.contains("BlockedThreadChecker")); // of a busy machine, not of what was said
        return found.stream().filter(meant.negate()).distinct().limit(20).toList();
    }
}
