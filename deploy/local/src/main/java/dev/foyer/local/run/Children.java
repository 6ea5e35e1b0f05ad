package dev.foyer.local.run;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** The processes of one Foyer. Every method may be called from any thread; stopping does not wait for a start. */
final class Children {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_TO_SHOW = 8;

    private final Setup setup;
    private final ChildSpecs specs;
    private final Console console;
    private final Revival revival = new Revival();
    private final Map<Component, Child> running = new EnumMap<>(Component.class);
    private boolean stopped;
    private volatile boolean keepsUp;

    Children(Setup setup, ChildSpecs specs, Console console) {
        this.setup = setup;
        this.specs = specs;
        this.console = console;
    }

    /** From now on what ends by itself is started again. */
    void keepUp() {
        keepsUp = true;
    }

    /** Starts them side by side and returns when all are ready. */
    void start(List<Component> components) {
        Instant start = Instant.now();
        components.forEach(this::launch);
        List<Component> waiting = new ArrayList<>(components);
        try (Readiness readiness = new Readiness(setup.ports())) {
            boolean ready = Pause.untilReady(PATIENCE, () -> {
                for (Component component : List.copyOf(waiting)) {
                    checkAlive(component);
                    if (readiness.isReady(component)) {
                        waiting.remove(component);
                        sayReady(component, start);
                    }
                }
                return waiting.isEmpty();
            });
            if (!ready) {
                throw new CannotRun("Not ready after " + PATIENCE.toMinutes() + " minutes: " + waiting + "; see "
                        + setup.home().log(waiting.getFirst().title()) + ".");
            }
        }
        components.forEach(component -> child(component).onUnexpectedEnd(this::ended));
    }

    void restart(Component component) {
        Child old = child(component);
        if (old != null) {
            old.stop();
        }
        start(List.of(component));
    }

    void kill(Component component) {
        child(component).kill();
    }

    boolean isUp(Component component) {
        Child child = child(component);
        return child != null && child.isAlive();
    }

    /** First who takes requests, last what the others need, and the rest side by side. */
    void stopAll() {
        List<Child> all = takeAll();
        stop(all, Component.ADMIN_GATEWAY::equals);
        stop(all, component -> component != Component.BROKER);
        stop(all, Component.BROKER::equals);
    }

    private void stop(List<Child> all, Predicate<Component> which) {
        try (ExecutorService stops = Executors.newVirtualThreadPerTaskExecutor()) {
            all.stream()
                    .filter(child -> which.test(child.component()))
                    .forEach(child -> stops.submit(() -> stop(child)));
        }
        all.removeIf(child -> which.test(child.component()));
    }

    private void stop(Child child) {
        boolean wasAlive = child.isAlive();
        child.stop();
        if (wasAlive) {
            console.say("Stopped " + child.component() + ".");
        }
    }

    private synchronized List<Child> takeAll() {
        stopped = true;
        return new ArrayList<>(running.values());
    }

    private synchronized void launch(Component component) {
        if (stopped) {
            throw new CannotRun("Stopped while it was starting.");
        }
        running.put(component, Child.start(specs.of(component), setup.home()));
    }

    private synchronized Child child(Component component) {
        return running.get(component);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private void checkAlive(Component component) {
        Child child = child(component);
        if (isStopped()) {
            throw new CannotRun("Stopped while it was starting.");
        }
        if (!child.isAlive()) {
            throw new CannotRun(
                    component + " ended with exit code " + child.exitCode() + " while it was starting; its log is "
                            + setup.home().log(component.title()) + " and ends with:\n  "
                            + String.join("\n  ", child.lastLines(LINES_TO_SHOW)));
        }
    }

    private void sayReady(Component component, Instant start) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        console.say(String.format(
                Locale.ROOT,
                "  %-21s ready after %4.1f s, port %d",
                component.title(),
                seconds,
                setup.ports().of(component.endpoint())));
    }

    private void ended(Child child) {
        String what = child.component() + " ended by itself (exit code " + child.exitCode() + "); the others go on. ";
        String log = "Log: " + setup.home().log(child.component().title()) + ".";
        if (!keepsUp) {
            console.say(what + log + " To start it again: ./foyer restart " + child.component());
            return;
        }
        Duration wait = revival.waitFor(child);
        console.say(what + "It is started again in " + wait.toSeconds() + " s. " + log);
        Thread.startVirtualThread(() -> revive(child, wait));
    }

    private void revive(Child dead, Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Instant start = Instant.now();
        replace(dead).ifPresent(next -> {
            next.onUnexpectedEnd(this::ended);
            try (Readiness readiness = new Readiness(setup.ports())) {
                Pause.untilReady(PATIENCE, () -> !next.isAlive() || readiness.isReady(next.component()));
                if (next.isAlive() && readiness.isReady(next.component())) {
                    sayReady(next.component(), start);
                }
            }
        });
    }

    /** Nothing when somebody else has started it meanwhile, or all is to end. */
    private synchronized Optional<Child> replace(Child dead) {
        if (stopped || running.get(dead.component()) != dead) {
            return Optional.empty();
        }
        launch(dead.component());
        return Optional.of(running.get(dead.component()));
    }
}
