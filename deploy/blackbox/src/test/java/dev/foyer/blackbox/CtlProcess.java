package dev.foyer.blackbox;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code foyerctl} as a process of its own, with a folder of its own for what it keeps. */
final class CtlProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String KEPT = "FOYERCTL_HOME";

    private final Path folder;
    private final Map<String, String> environment;
    private final Duration patience;

    /** @param folder where it runs, and keeps its things */
    CtlProcess(Path folder, Map<String, String> environment) {
        this(folder, environment, PATIENCE);
    }

    private CtlProcess(Path folder, Map<String, String> environment, Duration patience) {
        this.folder = folder;
        this.patience = patience;
        this.environment = new HashMap<>(environment);
        this.environment.putIfAbsent(KEPT, folder.resolve("kept").toString());
        // Tables are as wide here as anywhere.
        this.environment.put("COLUMNS", "120");
    }

    /** The same with one variable more. */
    CtlProcess with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new CtlProcess(folder, more, patience);
    }

    /** The same, which may take so long. */
    CtlProcess patient(Duration longer) {
        return new CtlProcess(folder, environment, longer);
    }

    /** The same with that folder for what it keeps. */
    CtlProcess keeping(Path kept) {
        return with(KEPT, kept.toString());
    }

    /** Where it keeps profiles, history and runs. */
    Path kept() {
        return Path.of(environment.get(KEPT));
    }

    /** As {@code >} writes it, into its folder. */
    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param text all that was written, objects and sentences in their order */
    record Ended(int code, String text) {}

    Ended line(String line) {
        return run("-c", line);
    }

    Ended run(String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("foyerctl did not end: " + text);
            }
            return new Ended(process.exitValue(), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The caller waits for it. */
    Process start(String... arguments) throws IOException {
        // Whoever is started in the background ignores Ctrl-C, and so do all that it starts.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(Repository.find().root().resolve("foyerctl").toString());
        command.addAll(List.of(arguments));
        return builder(command.toArray(String[]::new)).start();
    }

    /** Any command in its folder, with its environment. */
    ProcessBuilder builder(String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER"));
        builder.environment().putAll(environment);
        return builder;
    }
}
