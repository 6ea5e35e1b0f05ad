package dev.foyer.local.process;

import dev.foyer.local.home.Home;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children whose supervisor was killed. Nobody watches them any more, and they hold ports and data. */
public final class Leftovers {

    private static final int POLITE_SECONDS = 20;

    private Leftovers() {}

    /**
     * Ends those of this home, in reverse order.
     *
     * @return the names of those that were still alive
     */
    public static List<String> stop(Home home) {
        List<Component> components = new ArrayList<>(Arrays.asList(Component.values()));
        return components.reversed().stream()
                .map(Component::title)
                .filter(name -> stop(home, name))
                .toList();
    }

    private static boolean stop(Home home, String name) {
        boolean wasAlive = ProcessRecord.read(home, name)
                .flatMap(ProcessRecord::alive)
                .map(Leftovers::end)
                .orElse(false);
        ProcessRecord.delete(home, name);
        return wasAlive;
    }

    private static boolean end(ProcessHandle process) {
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
        return true;
    }
}
