package dev.foyer.proof.outage;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import dev.foyer.proof.bench.Figure;
import dev.foyer.proof.bench.Report;
import dev.foyer.proof.bench.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * {@code ./foyer bench outages}: kill -9 of broker, each service and the mail server under load. Until when health says so,
 * what callers got meanwhile, how long they waited, how many lines were logged, and when all was well again.
 */
public final class OutageBench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Component> VICTIMS = List.of(
            Component.BROKER,
            Component.PIN_SERVICE,
            Component.NOTIFICATION_SERVICE,
            Component.MEETING_SERVICE,
            Component.ADMIN_GATEWAY,
            Component.SINK);

    private final LocalFoyer foyer;
    private final Duration warmUp;
    private final Duration outage;
    private final List<Row> rows = new ArrayList<>();

    private OutageBench(LocalFoyer foyer, boolean quick) {
        this.foyer = foyer;
        this.warmUp = Duration.ofSeconds(quick ? 5 : 20);
        this.outage = Duration.ofSeconds(quick ? 15 : 60);
    }

    /** @param home where it may leave files; emptied before */
    public static Report run(Home home, Repository repository, boolean quick) {
        Map<String, String> environment =
                Map.of("FOYER_RESETS_PER_USER", "1000000000", "FOYER_RESETS_PER_ACTOR", "1000000000");
        Setup setup = new Setup(repository, home, Ports.free(), environment, false);
        try (LocalFoyer foyer = LocalFoyer.start(setup, System.out::println)) {
            OutageBench bench = new OutageBench(foyer, quick);
            VICTIMS.forEach(bench::kill);
            return new Report(bench.rows, List.of());
        }
    }

    private void kill(Component victim) {
        try (Callers callers = new Callers(foyer, victim.title())) {
            pause(warmUp);
            callers.forget();
            long lines = lines();
            foyer.kill(victim);
            long killed = System.nanoTime();
            figure(victim, "health says so after", secondsUntil(() -> isSaid(victim)), "s");
            pause(outage.minusNanos(System.nanoTime() - killed));
            figure(victim, "lines logged in " + outage.toSeconds() + " s, all services", lines() - lines, "");
            callers.outcomes().forEach((outcome, count) -> figure(victim, "callers got " + outcome, count, "times"));
            figure(victim, "slowest answer", callers.slowestMillis(), "ms");
            foyer.restart(victim);
            callers.forget();
            figure(victim, "after its restart a success after", secondsUntil(callers::hasSucceeded), "s");
        }
    }

    /** Whoever cannot do its work without the victim says so; who is gone itself is known by nobody answering. */
    private boolean isSaid(Component victim) {
        return switch (victim) {
            case BROKER ->
                Component.services().stream()
                        .noneMatch(service -> health(service).status() == 200);
            case SINK ->
                health(Component.NOTIFICATION_SERVICE).body().toString().contains("MAIL_SERVER");
            case TENANTS, PIN_SERVICE, NOTIFICATION_SERVICE, MEETING_SERVICE, ADMIN_GATEWAY -> isGone(victim);
        };
    }

    private boolean isGone(Component victim) {
        try {
            health(victim);
            return false;
        } catch (RuntimeException nobodyThere) {
            return true;
        }
    }

    private Answer health(Component service) {
        return Api.anonymous(foyer.ports().http(service.management())).get("/q/health/ready");
    }

    private static double secondsUntil(BooleanSupplier condition) {
        long start = System.nanoTime();
        boolean met = Pause.untilTrue(PATIENCE, condition::getAsBoolean);
        return met ? (System.nanoTime() - start) / 1e9 : Double.NaN;
    }

    private long lines() {
        return Component.services().stream().mapToLong(this::lines).sum();
    }

    private long lines(Component service) {
        try (Stream<String> lines = Files.lines(foyer.home().log(service.title()))) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void figure(Component victim, String what, double value, String unit) {
        Row row = new Figure(victim.title() + " killed: " + what, value, unit);
        rows.add(row);
        System.out.println(row.line());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
