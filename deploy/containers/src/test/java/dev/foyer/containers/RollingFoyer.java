package dev.foyer.containers;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Volume;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Ports;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A Foyer of containers in which one image is replaced by another, service by service, as {@code docs/operations/upgrade.md} says: a second
 * container, then what stands in front leaves the first one out, then that one is asked to stop. In front of the services that the gateway asks
 * is a {@link TcpLoadBalancer}; who asks the gateway is told where it is now, request by request, as behind a load balancer for HTTP.
 */
final class RollingFoyer implements AutoCloseable {

    private static final String WHERE = "/doors";
    private static final int STOPPED = 143;

    private final ContainerFoyer base;
    private final Path folder;
    private final Map<Component, GenericContainer<?>> now = new EnumMap<>(Component.class);
    private final List<GenericContainer<?>> doors = new ArrayList<>();
    private final Map<String, String> fronts = new HashMap<>();
    private final ReadWriteLock requests = new ReentrantReadWriteLock(true);
    private Ports gateway;
    private int launched;

    private RollingFoyer(ContainerFoyer base, Path folder) {
        this.base = base;
        this.folder = folder;
    }

    /** Of images with that tag; returns when all are ready. */
    static RollingFoyer start(Path folder, String tag) throws IOException {
        ContainerFoyer base = ContainerFoyer.withoutServices(folder);
        RollingFoyer foyer = new RollingFoyer(base, Files.createDirectory(folder.resolve("doors")));
        try {
            foyer.putDoorThere();
            for (Component service : Component.services()) {
                foyer.launch(service, tag);
                if (service != Component.ADMIN_GATEWAY) {
                    foyer.open(service);
                }
            }
            base.load(foyer.gateway);
            return foyer;
        } catch (IOException | RuntimeException e) {
            foyer.close();
            throw e;
        }
    }

    /** Its class, for a container that has a JVM. */
    private void putDoorThere() throws IOException {
        String name = TcpLoadBalancer.class.getName().replace('.', '/') + ".class";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream compiled = TcpLoadBalancer.class.getResourceAsStream("/" + name)) {
            Files.copy(compiled, file);
        }
    }

    /** From now on new requests go to that one. */
    private GenericContainer<?> launch(Component service, String tag) throws IOException {
        String host = service.title() + "-" + ++launched;
        Ports at = Ports.free();
        GenericContainer<?> container = base.service(service, tag, host, at);
        own(service).forEach(container::withEnv);
        // The engine's own DNS answers late while it starts a container; these keep their addresses.
        container.withExtraHost("kafka", addressOf(base.container(Component.BROKER)));
        container.withExtraHost("smtp", addressOf(base.container(Component.SINK)));
        fronts.forEach(container::withExtraHost);
        container.start();
        GenericContainer<?> before = now.put(service, container);
        if (service == Component.ADMIN_GATEWAY) {
            requests.writeLock().lock(); // nothing is under way at the one before
            gateway = at;
            requests.writeLock().unlock();
        } else {
            name(service, host);
        }
        return before;
    }

    /** What is said to more than one instance, and to a few users who stand for many. */
    private static Map<String, String> own(Component service) {
        Map<String, String> settings = new HashMap<>();
        // Each lives for some minutes: compiling it well takes longer than that saves.
        settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        if (service.hasJournal()) {
            // Each has a host of its own; who is not told so takes the others for strangers, and hands them nothing.
            settings.put(
                    "FOYER_INSTANCE_URL_PATTERN",
                    "https://%s-\\d+:%d"
                            .formatted(service.title(), service.endpoint().usual()));
        }
        if (service == Component.PIN_SERVICE) {
            settings.put("FOYER_RESETS_PER_USER", "1000000");
            settings.put("FOYER_RESETS_PER_ACTOR", "1000000");
        }
        return settings;
    }

    private void name(Component service, String host) throws IOException {
        Path next = folder.resolve(service.title() + ".next");
        Files.writeString(next, host);
        Files.move(
                next,
                folder.resolve(service.title()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void open(Component service) {
        String port = Integer.toString(service.endpoint().usual());
        GenericContainer<?> door = base.local(
                        new Bind(folder.toString(), new Volume(WHERE), AccessMode.ro),
                        "-Xmx64m",
                        "-cp",
                        WHERE,
                        TcpLoadBalancer.class.getName(),
                        port,
                        WHERE + "/" + service.title())
                .withNetworkAliases(service.title())
                .waitingFor(Wait.forLogMessage(".*" + TcpLoadBalancer.OPEN + ".*", 1));
        door.withCreateContainerCmdModifier(command -> command.withEntrypoint("/opt/java/bin/java"));
        door.start();
        doors.add(door);
        fronts.put(service.title(), addressOf(door));
    }

    /** In the network of all. */
    private static String addressOf(GenericContainer<?> container) {
        return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress)
                .findFirst()
                .orElseThrow();
    }

    /** Returns when the container before has ended, by itself and in time. */
    void roll(Component service, String tag) throws IOException {
        GenericContainer<?> before = launch(service, tag);
        int exit = ContainerFoyer.stop(before);
        keepLog(before);
        before.stop();
        if (exit != STOPPED) {
            throw new AssertionError(service + " ended with " + exit);
        }
    }

    /** For whoever wants to know why a request failed: a container takes its log with it. */
    private static void keepLog(GenericContainer<?> container) {
        Path logs = Path.of("target/rolling");
        try {
            Files.createDirectories(logs);
            String image = container.getDockerImageName().replaceAll("[/:]", "-");
            Files.writeString(logs.resolve(image + ".log"), container.getLogs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request, or some, at the gateway of that moment. */
    <T> T ask(Function<Cast, T> request) {
        requests.readLock().lock();
        try {
            return request.apply(base.cast(gateway));
        } finally {
            requests.readLock().unlock();
        }
    }

    /** What each service runs on. */
    List<String> images() {
        return now.values().stream().map(GenericContainer::getDockerImageName).toList();
    }

    @Override
    public void close() {
        now.values().forEach(container -> {
            keepLog(container);
            container.stop();
        });
        doors.forEach(GenericContainer::stop);
        base.close();
    }
}
