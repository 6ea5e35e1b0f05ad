package dev.foyer.proof.bench;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.proof.instance.AccountRequest;
import dev.foyer.proof.instance.AccountResponse;
import dev.foyer.proof.instance.Bodies;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.instance.InstanceProcess.Place;
import dev.foyer.proof.process.Brokers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** kill -9 of an owner: how long until the other instance answers a command for a partition that was the dead one's. */
final class Takeover {

    static final Duration SESSION = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ClusterPlan plan;
    private final List<InstanceProcess> instances;

    private Takeover(Home home, Brokers brokers, boolean standby) {
        String service = standby ? "takeover-warm" : "takeover-cold";
        this.plan = new ClusterPlan(brokers.bootstrap(), service, SESSION.toMillis(), 20_000, standby);
        this.instances = Stream.of("1", "2")
                .map(number -> new InstanceProcess(home, plan, Place.local(service + "-" + number), Optional.empty()))
                .toList();
    }

    /** Seconds, the median of several deaths. */
    static double measure(Home home, Brokers brokers, boolean standby, int accounts, int deaths) {
        Takeover takeover = new Takeover(home, brokers, standby);
        brokers.create(takeover.plan.topics((short) 1));
        JournalFiller.open(takeover.plan, accounts);
        takeover.instances.forEach(InstanceProcess::start);
        try {
            return Medians.of(IntStream.range(0, deaths)
                    .mapToDouble(death -> takeover.die(death))
                    .toArray());
        } finally {
            takeover.instances.forEach(InstanceProcess::close);
        }
    }

    private double die(int death) {
        InstanceProcess dies = instances.get(death % 2);
        InstanceProcess stays = instances.get((death + 1) % 2);
        int partition = awaitPartition(dies, stays);
        String account = accountIn(partition);
        dies.process().kill();
        long began = System.nanoTime();
        for (int tries = 0; !booked(stays, account, "death-" + death); tries++) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("No takeover after " + PATIENCE + " and " + tries + " tries");
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        dies.start();
        return seconds;
    }

    /** A partition of the one that will die, once both share and their standbys had time to catch up. */
    private int awaitPartition(InstanceProcess dies, InstanceProcess stays) {
        Optional<Integer> owned = Pause.until(
                PATIENCE,
                () -> IntStream.range(0, ClusterPlan.PARTITIONS)
                        .filter(number -> dies.serves(number) && stays.servesAnything())
                        .boxed()
                        .findFirst());
        pause(Duration.ofSeconds(3));
        return owned.orElseThrow(() -> new IllegalStateException("The instances do not share the partitions"));
    }

    private static String accountIn(int partition) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "takeover/a-" + number)
                .filter(account -> Keys.partition(account) == partition)
                .findFirst()
                .orElseThrow();
    }

    private boolean booked(InstanceProcess instance, String account, String commandId) {
        byte[] body = Bodies.write(new AccountRequest(AccountRequest.Kind.DEPOSIT, account, commandId, 1));
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(instance.endpoint("/commands"))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    && Bodies.read(response.body(), AccountResponse.class).kind() == AccountResponse.Kind.BOOKED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
