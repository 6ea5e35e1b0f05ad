package dev.foyer.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Volume;
import dev.foyer.local.container.HandedOut;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.load.FirstStart;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A whole Foyer of containers, each told what {@code compose.yaml} tells it. What it makes, it removes. */
final class ContainerFoyer implements AutoCloseable {

    /** As {@code ./foyer images} tags them. */
    static final String TAG = "0.1.0";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String WHERE = "/foyer";
    /** As the Dockerfiles say. */
    private static final int USER = 10001;

    private static final int STOP_SECONDS = 30;

    private final Path folder;
    private final Ports ports = Ports.free();
    private final Network network = Network.newNetwork();
    private final Map<Component, GenericContainer<?>> running = new EnumMap<>(Component.class);

    private ContainerFoyer(Path folder) {
        this.folder = folder;
    }

    /** Why there can be none here. */
    static Optional<String> missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("No container engine answers here; ./foyer test --containers says what to do.");
        }
        return missing("local", TAG)
                .or(() -> missingServices(TAG))
                .map(image -> "There is no image " + image + "; ./foyer images makes it.");
    }

    /** The first of the services' images that is not there. */
    static Optional<String> missingServices(String tag) {
        return Component.services().stream()
                .flatMap(service -> missing(service.title(), tag).stream())
                .findFirst();
    }

    private static Optional<String> missing(String name, String tag) {
        String image = image(name, tag);
        boolean isThere =
                !client().listImagesCmd().withImageNameFilter(image).exec().isEmpty();
        return isThere ? Optional.empty() : Optional.of(image);
    }

    private static String image(String name, String tag) {
        return "foyer/" + name + ":" + tag;
    }

    /** Returns when all are ready. */
    static ContainerFoyer start(Path folder) throws IOException {
        ContainerFoyer foyer = withoutServices(folder);
        Component.services().forEach(foyer::launch);
        return foyer;
    }

    /** Keys, broker and SMTP sink. */
    static ContainerFoyer withoutServices(Path folder) throws IOException {
        // Its owner is who the images run as: they close it to everybody else. Only root may give it to another.
        Files.setAttribute(folder, "unix:uid", USER);
        ContainerFoyer foyer = new ContainerFoyer(folder);
        try (GenericContainer<?> keys = foyer.local("keys", WHERE, "/app/topics.yaml")) {
            keys.withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE))
                    .start();
        }
        foyer.launch(Component.BROKER);
        foyer.launch(Component.SINK);
        return foyer;
    }

    private void launch(Component component) {
        GenericContainer<?> container = switch (component) {
            case BROKER ->
                local("broker", WHERE, "/app/topics.yaml", "kafka", "9092", "9095")
                        .withNetworkAliases("kafka")
                        .waitingFor(Wait.forLogMessage(".*(Created \\d+ topics|topics are there).*", 1));
            case SINK -> sink();
            default -> service(component, TAG, component.title(), ports);
        };
        container.withStartupTimeout(PATIENCE).start();
        running.put(component, container);
    }

    private GenericContainer<?> local(String... command) {
        return local(new Bind(folder.toString(), new Volume(WHERE), AccessMode.rw), command);
    }

    /** What has the image with everything else that the host gives it at that place. */
    GenericContainer<?> local(Bind bind, String... command) {
        return limited(new GenericContainer<>(DockerImageName.parse(image("local", TAG))), bind)
                .withCommand(command);
    }

    private GenericContainer<?> sink() {
        int view = ports.of(Endpoint.SMTP_VIEW);
        return published(local("sink", WHERE, "2525", Integer.toString(view)), view, view)
                .withNetworkAliases("smtp")
                .waitingFor(Wait.forHttp("/").forPort(view).forStatusCode(401));
    }

    /**
     * Not started yet.
     *
     * @param host by which others reach it
     * @param at where the gateway is published
     */
    GenericContainer<?> service(Component component, String tag, String host, Ports at) {
        String name = component.title();
        GenericContainer<?> container = limited(
                        new GenericContainer<>(DockerImageName.parse(image(name, tag))),
                        new Bind(
                                HandedOut.folder(new Home(folder), name).toString(),
                                new Volume(WHERE + "/secrets"),
                                AccessMode.ro))
                .withNetworkAliases(host)
                .withEnv(environment(name, host, at))
                // Of the JVM, beside what the image says: whether the recording was used.
                .withEnv("JAVA_TOOL_OPTIONS", "-Xlog:aot=info")
                .waitingFor(Wait.forHealthcheck())
                .withStartupTimeout(PATIENCE);
        return component == Component.ADMIN_GATEWAY ? published(container, at.of(Endpoint.GATEWAY), 8080) : container;
    }

    private static Map<String, String> environment(String service, String host, Ports at) {
        try {
            JsonNode compose = new ObjectMapper(new YAMLFactory())
                    .readTree(Repository.find()
                            .root()
                            .resolve("deploy/containers/compose.yaml")
                            .toFile());
            Map<String, String> environment = new HashMap<>();
            compose.path("services")
                    .path(service)
                    .path("environment")
                    .properties()
                    .forEach(each -> environment.put(
                            each.getKey(),
                            each.getValue()
                                    .asText()
                                    .replace(
                                            "${FOYER_PORT_GATEWAY:-8080}", Integer.toString(at.of(Endpoint.GATEWAY)))));
            environment.computeIfPresent(
                    "FOYER_INSTANCE_URL", (_, url) -> url.replace("//" + service + ":", "//" + host + ":"));
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As compose.yaml has it: nothing can be written but what is named, and nothing is allowed. */
    private GenericContainer<?> limited(GenericContainer<?> container, Bind secrets) {
        return container.withNetwork(network).withCreateContainerCmdModifier(command -> {
            HostConfig host = command.getHostConfig();
            host.withReadonlyRootfs(true)
                    .withCapDrop(Capability.ALL)
                    .withTmpFs(Map.of("/tmp", "", "/index", "uid=10001,gid=10001"))
                    .withSecurityOpts(List.of("no-new-privileges"))
                    .withBinds(secrets);
            command.withStopTimeout(STOP_SECONDS);
        });
    }

    private static GenericContainer<?> published(GenericContainer<?> container, int outside, int inside) {
        return container
                .withExposedPorts(inside)
                .withCreateContainerCmdModifier(command -> command.getHostConfig()
                        .withPortBindings(PortBinding.parse("127.0.0.1:" + outside + ":" + inside)));
    }

    Cast cast() {
        return cast(ports);
    }

    /** @param at where the gateway is published; the mails are where they were */
    Cast cast(Ports at) {
        Home home = new Home(folder);
        Map<Endpoint, Integer> numbers = new EnumMap<>(at.numbers());
        numbers.put(Endpoint.SMTP_VIEW, ports.of(Endpoint.SMTP_VIEW));
        return Cast.of(new Ports(numbers), Secrets.accountsOf(home), Secrets.mailPasswordOf(home));
    }

    /** The demo tenants. */
    void load() {
        load(ports);
    }

    /** @param at where the gateway is published */
    void load(Ports at) {
        FirstStart.load(at, Secrets.accountsOf(new Home(folder)), System.out::println);
    }

    void kill(Component component) {
        client().killContainerCmd(id(component)).exec();
    }

    /** Asks it to stop, and returns its exit code. */
    int stop(Component component) {
        return stop(running.get(component));
    }

    static int stop(GenericContainer<?> container) {
        String id = container.getContainerId();
        client().stopContainerCmd(id).withTimeout(STOP_SECONDS).exec();
        return client().inspectContainerCmd(id)
                .exec()
                .getState()
                .getExitCodeLong()
                .intValue();
    }

    /** The same container once more; healthy, if it is one that is asked. */
    void restart(Component component) {
        client().startContainerCmd(id(component)).exec();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            InspectContainerResponse.ContainerState state =
                    client().inspectContainerCmd(id(component)).exec().getState();
            return component.isService()
                    ? "healthy".equals(state.getHealth().getStatus())
                    : Boolean.TRUE.equals(state.getRunning());
        });
    }

    GenericContainer<?> container(Component component) {
        return running.get(component);
    }

    String logOf(Component component) {
        return running.get(component).getLogs();
    }

    String userOf(Component component) {
        return client().inspectContainerCmd(id(component)).exec().getConfig().getUser();
    }

    boolean isReadOnly(Component component) {
        return client().inspectContainerCmd(id(component))
                .exec()
                .getHostConfig()
                .getReadonlyRootfs();
    }

    private String id(Component component) {
        return running.get(component).getContainerId();
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    @Override
    public void close() {
        running.values().forEach(GenericContainer::stop);
        network.close();
    }
}
