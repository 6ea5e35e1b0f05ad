package dev.foyer.local.recording;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Foyer;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.ExclusiveLock;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.AotCache;
import dev.foyer.local.process.JavaCommand;
import dev.foyer.local.process.Leftovers;
import dev.foyer.local.run.AotCaches;
import dev.foyer.local.run.Scratch;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.secrets.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Makes the {@link AotCache} of whatever was packaged since the last time: a Foyer like the one that is wanted, in a folder
 * of its own with secrets of its own, is brought up, rehearses for some seconds and ends. Nobody's data are in what it leaves.
 */
public final class Recording {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int HEAP_MEGABYTES = 192;
    private static final List<String> RESET_LIMITS = List.of("FOYER_RESETS_PER_USER", "FOYER_RESETS_PER_ACTOR");

    private final Repository repository;
    private final List<AotCache> caches;
    private final Home home;
    private volatile Process supervisor;
    private volatile boolean stopped;

    private Recording(Repository repository, List<AotCache> caches, Home home) {
        this.repository = repository;
        this.caches = caches;
        this.home = home;
    }

    /** Says what starts slower than it could, in one sentence; a start waits for no recording. */
    public static void sayWhatIsNotRecorded(Repository repository, Console console) {
        int unsettled = new AotCaches(repository).unsettled().size();
        if (unsettled > 0) {
            console.say(
                    unsettled + " programs are not recorded as they are built now, so they start some seconds slower;"
                            + " ./foyer record changes that, in about two minutes.");
        }
    }

    /**
     * All that is not recorded as it is packaged now. Nothing when there is none, or somebody else does it just now. What goes
     * wrong is said, and costs time at the start only.
     */
    public static void now(Repository repository, Console console) {
        List<AotCache> unsettled = new AotCaches(repository).unsettled();
        if (unsettled.isEmpty()) {
            return;
        }
        Path folder = repository.launcherJar().orElseThrow().resolveSibling("startup");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            console.say("No start can be recorded, " + folder + " cannot be written; it takes some seconds more.");
            return;
        }
        ExclusiveLock.tryTake(folder.resolve("lock")).ifPresent(lock -> {
            try (lock) {
                new Recording(repository, unsettled, new Home(folder.resolve("recording"))).run(console);
            }
        });
    }

    private void run(Console console) {
        console.say("Recording how the processes start, so that they start fast from now on.");
        long start = System.nanoTime();
        Thread stop = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            end(); // of one that was killed
            rehearse();
            assemble();
            console.say(String.format(Locale.ROOT, "Recorded in %.0f s.", (System.nanoTime() - start) / 1e9));
        } catch (CannotRun e) {
            if (!stopped) {
                console.say("The start could not be recorded, so it takes some seconds more: " + e.getMessage());
                assemble();
            }
        } finally {
            if (!stopped) {
                Runtime.getRuntime().removeShutdownHook(stop);
                end();
            }
        }
    }

    private void stop() {
        stopped = true;
        end();
    }

    private void rehearse() {
        home.create();
        supervisor = launch();
        if (!Pause.untilTrue(PATIENCE, () -> Supervisor.isReady(home) || !supervisor.isAlive())
                || !supervisor.isAlive()) {
            throw new CannotRun("It did not come up; its last lines are in " + home.log("foyer") + ".");
        }
        Ports ports = Ports.read(home).orElseThrow();
        Rehearsal.of(ports, Secrets.accountsOf(home), Secrets.mailPasswordOf(home))
                .play();
        if (!endsInOrder()) {
            throw new CannotRun("It did not end in order.");
        }
    }

    /** The supervisor as {@code ./foyer up} runs it: its own start is recorded like the others. */
    private Process launch() {
        List<String> program = new ArrayList<>(List.of(JavaCommand.LITTLE_WORK));
        new AotCaches(repository)
                .launcher()
                .map(cache -> cache.isSettled() ? cache.flags() : cache.flagsToRecord())
                .ifPresent(program::addAll);
        program.addAll(JavaCommand.program(Foyer.class, "up", "--recording"));
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(home, "supervisor", HEAP_MEGABYTES, program))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(home.log("foyer").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
        builder.environment().put("CLASSPATH", repository.classPath());
        builder.environment().put("FOYER_HOME", home.root().toString());
        RESET_LIMITS.forEach(limit -> builder.environment().put(limit, Integer.toString(Integer.MAX_VALUE)));
        Ports ports = Ports.free();
        for (Endpoint endpoint : Endpoint.values()) {
            builder.environment().put(endpoint.variable(), Integer.toString(ports.of(endpoint)));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CannotRun("It could not be started: " + e.getMessage() + ".", e);
        }
    }

    private boolean endsInOrder() {
        supervisor.destroy();
        try {
            return supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Each takes one core for some seconds. */
    private void assemble() {
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<CompletableFuture<Void>> all = caches.stream()
                    .map(cache -> CompletableFuture.runAsync(cache::assemble, cores))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    /** Nothing of it is left, however it came to its end. */
    private void end() {
        if (supervisor != null && supervisor.isAlive()) {
            endsInOrder();
        }
        Leftovers.stop(home);
        if (Files.exists(home.root())) {
            Scratch.empty(home.root());
        }
    }
}
