package dev.foyer.proof.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark leaves behind: {@code .foyer/bench/<name>.json}, and lines for people. */
public record Report(List<Row> rows, List<Target> targets) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** For programs. */
    public void write(Path file, Map<String, Object> about) {
        try {
            Files.createDirectories(file.getParent());
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(file.toFile(), Map.of("about", about, "rows", rows, "targets", targets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people; the last line is the sum. */
    public void print() {
        System.out.println();
        for (Target target : targets) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-6s %-70s %8.2f (limit %.2f)",
                    target.met() ? "met" : "MISSED",
                    target.name(),
                    target.value(),
                    target.limit()));
        }
        long met = targets.stream().filter(Target::met).count();
        System.out.println("targets met: " + met + " of " + targets.size());
    }
}
