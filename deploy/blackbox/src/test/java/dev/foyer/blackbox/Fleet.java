package dev.foyer.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A Foyer whose services have instances that come and go, in front of which something balances: connections in front of the three that are
 * asked by the gateway, requests in front of the gateways. An instance is left out before it is asked to stop, as a cluster does.
 */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So long whoever asks takes to see that an instance leaves. */
    private static final String OPTIONS = "-Dfoyer.stop-notice=1s";

    private final Path home;
    private final BlackBox foyer;
    private final Map<Component, Balancer> balancers;
    private final Gateways gateways = new Gateways();
    private final Map<Component, List<Instance>> instances = new EnumMap<>(Component.class);

    /** @param process what was started beside the first ones; null for a first one */
    private record Instance(Component service, Ports ports, Child process) {

        int port() {
            return ports.of(service.endpoint());
        }
    }

    private Fleet(Path home, BlackBox foyer, Map<Component, Balancer> balancers) {
        this.home = home;
        this.foyer = foyer;
        this.balancers = balancers;
    }

    /** One instance of each, as that build has them. */
    static Fleet start(Repository build) throws IOException {
        Map<Component, Balancer> balancers = new EnumMap<>(Component.class);
        StringBuilder options = new StringBuilder(OPTIONS);
        for (Component service : Component.services()) {
            if (service != Component.ADMIN_GATEWAY) {
                Balancer balancer = Balancer.open();
                balancers.put(service, balancer);
                // As its REST client has it: other services would refuse the setting that only the gateway has.
                options.append(" -Dquarkus.rest-client.%s.url=https://127.0.0.1:%d"
                        .formatted(service.title(), balancer.port()));
            }
        }
        Path home = Files.createTempDirectory("foyer-fleet");
        BlackBox foyer = BlackBox.startOf(
                build,
                home,
                options.toString(),
                Map.of("FOYER_RESETS_PER_USER", "1000000", "FOYER_RESETS_PER_ACTOR", "1000000"));
        Fleet fleet = new Fleet(home, foyer, balancers);
        Component.services().forEach(service -> fleet.take(new Instance(service, foyer.ports(), null)));
        return fleet;
    }

    BlackBox foyer() {
        return foyer;
    }

    Path home() {
        return home;
    }

    Gateways gateways() {
        return gateways;
    }

    /** Returns when the new one is ready, and owns partitions where there are some to own. */
    void add(Component service, Repository build) {
        Ports ports = Ports.free();
        Child process = foyer.startAnother(build, service, ports, more(service));
        Instance instance = new Instance(service, ports, process);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError(service + " ended: " + process.lastLines(10));
            }
            return isServing(instance);
        });
        take(instance);
    }

    private static Map<String, String> more(Component service) {
        try {
            return service == Component.ADMIN_GATEWAY
                    ? Map.of(
                            "FOYER_INDEX_DIRECTORY",
                            Files.createTempDirectory("index").toString())
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Instance instance) {
        instances.computeIfAbsent(instance.service(), _ -> new ArrayList<>()).add(instance);
        if (instance.service() == Component.ADMIN_GATEWAY) {
            gateways.add(instance.ports());
        } else {
            balancers.get(instance.service()).add(instance.port());
        }
    }

    /** Takes the oldest one of a service away; returns when its process has ended, and the others own all partitions. */
    void removeOldest(Component service) {
        Instance oldest = instances.get(service).removeFirst();
        if (service == Component.ADMIN_GATEWAY) {
            gateways.remove(oldest.ports());
        } else {
            balancers.get(service).remove(oldest.port());
        }
        Exposition last = metrics(oldest);
        Troubles.in(last).forEach(trouble -> {
            throw new AssertionError(service + ": " + trouble);
        });
        if (oldest.process() == null) {
            ProcessHandle process = foyer.process(service);
            process.destroy();
            Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive());
        } else {
            oldest.process().stop();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> service == Component.ADMIN_GATEWAY || ownAll(service));
    }

    private boolean ownAll(Component service) {
        return instances.get(service).stream().mapToInt(Fleet::partitions).sum() == 3;
    }

    /** What instances that run now say went wrong with others' records. */
    List<String> troubles() {
        return instances.values().stream()
                .flatMap(List::stream)
                .flatMap(instance -> Troubles.in(metrics(instance)).stream())
                .toList();
    }

    private static Exposition metrics(Instance instance) {
        return Exposition.of(instance.ports().http(instance.service().management()));
    }

    private static boolean isServing(Instance instance) {
        return instance.service().hasJournal() ? partitions(instance) > 0 : readiness(instance) != null;
    }

    /** How many it owns, all recovered; none while it is not ready. */
    private static int partitions(Instance instance) {
        Answer ready = readiness(instance);
        if (ready != null) {
            for (JsonNode check : ready.body().path("checks")) {
                if (check.path("name").asText().equals("partitions")) {
                    return check.path("data").size();
                }
            }
        }
        return 0;
    }

    /** What it says when it is ready, else null. */
    private static Answer readiness(Instance instance) {
        try {
            Answer ready = Api.anonymous(
                            instance.ports().http(instance.service().management()))
                    .get("/q/health/ready");
            return ready.status() == 200 ? ready : null;
        } catch (CannotRun notYetThere) {
            return null;
        }
    }

    @Override
    public void close() {
        instances.values().stream()
                .flatMap(List::stream)
                .filter(instance -> instance.process() != null)
                .forEach(instance -> instance.process().stop());
        foyer.close();
        balancers.values().forEach(Balancer::close);
    }
}
