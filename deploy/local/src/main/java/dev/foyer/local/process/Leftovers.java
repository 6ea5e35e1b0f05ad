package dev.foyer.local.process;

import dev.foyer.local.home.Home;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children whose supervisor was killed. Nobody watches them any more, and they hold ports and data. */
public final class Leftovers {

    private static final int POLITE_SECONDS = 45;

    private Leftovers() {}

    /** Those of this home that run, by the component that they are, in the order in which components are started. */
    public static Map<Component, ProcessHandle> of(Home home) {
        Map<Component, ProcessHandle> found = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            ProcessRecord.read(home, component.title())
                    .flatMap(ProcessRecord::alive)
                    .or(() -> unrecorded(home, component.title()))
                    .ifPresent(process -> found.put(component, process));
        }
        return found;
    }

    /** A supervisor may be killed between the start of a child and the writing of its record, or a record be lost. */
    private static Optional<ProcessHandle> unrecorded(Home home, String name) {
        List<String> marks = JavaCommand.marks(home, name);
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    List<String> words =
                            List.of(process.info().commandLine().orElse("").split(" "));
                    return words.containsAll(marks);
                })
                .findFirst();
    }

    /**
     * Ends those of this home, in reverse order.
     *
     * @return the names of those that were still alive
     */
    public static List<String> stop(Home home) {
        Map<Component, ProcessHandle> found = of(home);
        List<String> ended = new ArrayList<>();
        for (String other : OtherProgram.NAMES) {
            ProcessRecord.read(home, other).flatMap(ProcessRecord::alive).ifPresent(process -> {
                end(process);
                ended.add(other);
            });
            ProcessRecord.delete(home, other);
        }
        List<Component> reversed = new ArrayList<>(found.keySet()).reversed();
        reversed.forEach(component -> end(found.get(component)));
        for (Component component : Component.values()) {
            ProcessRecord.delete(home, component.title());
        }
        reversed.stream().map(Component::title).forEach(ended::add);
        return ended;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(POLITE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
