package dev.foyer.observability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own judge of metrics and rules, as Debian's package has it. */
public final class Promtool {

    /** Why nothing was judged. */
    public static final String HOW_TO_INSTALL =
            "promtool is not installed, so Prometheus itself has judged nothing (Debian: apt-get install prometheus)";

    private Promtool() {}

    /** Whether it can be asked. */
    public static boolean isInstalled() {
        return find("promtool").isPresent();
    }

    /** Where a program of that name lies in the path. */
    public static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What it says of metrics in the text format. */
    public static String checkMetrics(String exposition) throws IOException, InterruptedException {
        return run(exposition, "check", "metrics").said();
    }

    /** @return how it ended, and what it said */
    public static Judgement run(String input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.createTempFile("promtool", ".txt");
        Path out = Files.createTempFile("promtool", ".log");
        try {
            Files.writeString(in, input);
            List<String> command =
                    Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("promtool does not end");
            }
            return new Judgement(process.exitValue() == 0, Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    /** @param said on both of its outputs */
    public record Judgement(boolean good, String said) {}
}
