package dev.foyer.proof.front;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import dev.foyer.proof.bench.Report;
import dev.foyer.proof.bench.Row;
import dev.foyer.proof.bench.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./foyer bench front}: a packaged Foyer with 100,000 users, asked through its front door at 1, 16 and 64
 * connections; beside what the door costs alone, and, when asked for, beside Keycloak in the same run.
 */
public final class FrontBench {

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int SOME = 16;

    /** How much is measured. The warm-up is shared by all scripts: a reset runs through five processes, slowly at first. */
    private record Scale(int users, int organizers, Duration warmUp, Duration round) {}

    private static final Scale QUICK = new Scale(5_000, 64, Duration.ofSeconds(40), Duration.ofSeconds(4));
    private static final Scale FULL = new Scale(100_000, 256, Duration.ofMinutes(5), Duration.ofSeconds(10));

    private final List<Row> rows = new ArrayList<>();
    private final Measurements measured = new Measurements();
    private final Scale scale;

    private FrontBench(Scale scale) {
        this.scale = scale;
    }

    /**
     * @param home where it may leave files; emptied before
     * @param keycloak whether the peer is measured, too; its distribution comes from Maven Central
     */
    public static Report run(Home home, Repository repository, boolean quick, boolean keycloak) {
        FrontBench bench = new FrontBench(quick ? QUICK : FULL);
        bench.foyer(home, repository);
        List<Target> targets = new ArrayList<>(Targets.ofFoyer(bench.measured));
        if (keycloak) {
            Path folder = home.root().resolve("keycloak");
            try (KeycloakPeer peer = KeycloakPeer.start(folder)) {
                HttpLoad load = new HttpLoad(peer.port(), Processes.started());
                bench.warm(load, List.of(peer.resets(), peer.clientCredentials()));
                bench.measure(load, peer.resets());
                bench.measure(load, peer.clientCredentials());
            }
            targets.addAll(Targets.besideKeycloak(bench.measured));
        }
        return new Report(bench.rows, targets);
    }

    private void foyer(Home home, Repository repository) {
        Setup setup = new Setup(repository, home, Ports.free(), environment(), false);
        try (LocalFoyer foyer = LocalFoyer.start(setup, System.out::println)) {
            int port = foyer.ports().numbers().get(Endpoint.GATEWAY);
            Population people = Population.load(foyer, port, scale.users(), scale.organizers());
            Scripts scripts = new Scripts(foyer.accounts(), people);
            HttpLoad load = new HttpLoad(port, Processes.started());
            warm(load, scripts.all());
            scripts.all().forEach(one -> measure(load, one));
        }
    }

    /** The services as {@code ./foyer up} runs them, but for what would refuse a load like this. */
    private static Map<String, String> environment() {
        return Map.of("FOYER_RESETS_PER_USER", "1000000000", "FOYER_RESETS_PER_ACTOR", "1000000000");
    }

    /** Until the machine code is what it stays. */
    private void warm(HttpLoad load, List<Script.Maker> scripts) {
        Duration each = scale.warmUp().dividedBy(scripts.size());
        scripts.forEach(script -> load.run(script, SOME, each));
    }

    private void measure(HttpLoad load, Script.Maker script) {
        for (int connections : CONNECTIONS) {
            for (Measured one : load.run(script, connections, scale.round())) {
                measured.add(one);
                rows.add(one);
                System.out.println(one.line());
            }
        }
    }
}
