package dev.foyer.local.run;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Requests to the supervisor, as files in a folder of this home: whoever may write there may ask, so it needs no port, no
 * password and no limit on the length of a path. An empty answer means done.
 */
public final class Requests {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ASKED = ".restart";
    private static final String ANSWERED = ".answer";

    private final Home home;
    private final Path folder;

    /** @param home of the supervisor that is asked */
    public Requests(Home home) {
        this.home = home;
        this.folder = home.run().resolve("requests");
    }

    /** Asks for a restart and waits until it is done; throws {@link CannotRun} with the supervisor's reason when not. */
    public void askRestart(Component component) {
        String id = UUID.randomUUID().toString();
        Path answer = folder.resolve(id + ANSWERED);
        writeWhole(folder.resolve(id + ASKED), component.title());
        Optional<String> outcome = Pause.until(
                PATIENCE,
                () -> Files.exists(answer)
                        ? Optional.of(take(answer))
                        : Supervisor.find(home).isEmpty() ? Optional.of("Foyer ended meanwhile.") : Optional.empty());
        String sentence = outcome.orElse("No answer from the running Foyer; see ./foyer logs.");
        if (!sentence.isEmpty()) {
            throw new CannotRun(sentence);
        }
    }

    /** Does what is asked for at this moment. */
    void serve(LocalFoyer foyer) {
        for (Path request : waiting()) {
            String id = request.getFileName().toString().replace(ASKED, "");
            writeWhole(folder.resolve(id + ANSWERED), restart(foyer, take(request)));
        }
    }

    /** Forgets what was asked of an earlier supervisor. */
    void clear() {
        try {
            Files.createDirectories(folder);
            Scratch.empty(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String restart(LocalFoyer foyer, String title) {
        try {
            foyer.restart(Component.titled(title));
            return "";
        } catch (CannotRun e) {
            return e.getMessage();
        }
    }

    private List<Path> waiting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ASKED)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String take(Path file) {
        try {
            String content = Files.readString(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeWhole(Path file, String content) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
