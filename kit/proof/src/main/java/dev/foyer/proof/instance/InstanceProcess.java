package dev.foyer.proof.instance;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.proof.process.FreePorts;
import dev.foyer.proof.process.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One instance in a process of its own, which can be started again and again. */
public final class InstanceProcess implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 512;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Home home;
    private final ClusterPlan plan;
    private final Place place;
    private final Optional<String> instanceId;
    private final int port = FreePorts.one();
    private volatile JavaProcess process;

    /**
     * Where it runs.
     *
     * @param peerHost under which the other instances reach it
     * @param driverHost under which the driver does
     * @param inside what its command line begins with, e.g. {@code ip netns exec name}
     */
    public record Place(String name, String peerHost, String driverHost, List<String> inside) {

        /** On loopback, like everybody. */
        public static Place local(String name) {
            return new Place(name, "127.0.0.1", "127.0.0.1", List.of());
        }
    }

    public InstanceProcess(Home home, ClusterPlan plan, Place place, Optional<String> instanceId) {
        this.home = home;
        this.plan = plan;
        this.place = place;
        this.instanceId = instanceId;
    }

    /** Returns when the process runs; it may not be {@link #ready} yet. */
    public void start() {
        List<Object> arguments = new ArrayList<>(List.of(place.peerHost(), port, instanceId.orElse("-")));
        arguments.addAll(plan.arguments());
        process = JavaProcess.start(
                place.inside(), home, place.name(), HEAP_MEGABYTES, InstanceMain.class, arguments.toArray());
    }

    /** Returns when it serves. */
    public void awaitReady() {
        if (!Pause.untilTrue(START, this::ready)) {
            throw new IllegalStateException(place.name() + " is not ready:\n" + process.lastLines(20));
        }
    }

    public boolean ready() {
        return get("/ready", LOOK).isPresent();
    }

    /** Whether it owns that partition and says that it serves it. */
    public boolean serves(int partition) {
        return get("/owns", LOOK)
                .filter(text -> text.contains(partition + "=SERVING"))
                .isPresent();
    }

    /** Whether it serves any partition. */
    public boolean servesAnything() {
        return get("/owns", LOOK).filter(text -> text.contains("=SERVING")).isPresent();
    }

    /** What a comparison of snapshots and journal found. */
    public Optional<String> verify() {
        return get("/verify", START);
    }

    public String name() {
        return place.name();
    }

    /** The URL of one of its paths, for the driver. */
    public URI endpoint(String path) {
        return URI.create("http://" + place.driverHost() + ":" + port + path);
    }

    /** The running one. */
    public JavaProcess process() {
        return process;
    }

    /** Sets its clock. @param off the right time; does nothing when it cannot be reached */
    public void setClock(Duration off) {
        ask(HttpRequest.newBuilder(endpoint("/clock"))
                .POST(HttpRequest.BodyPublishers.ofString(Long.toString(off.toMillis())))
                .timeout(LOOK)
                .build());
    }

    private Optional<String> get(String path, Duration patience) {
        return ask(HttpRequest.newBuilder(endpoint(path)).timeout(patience).build());
    }

    private static Optional<String> ask(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
