package dev.foyer.testing;

import com.github.dockerjava.api.model.PortBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container: the same Kafka, from the image that {@code ./foyer images} makes, or the one of {@code -Dbroker.image}. */
final class ContainerBroker implements TestBroker {

    private static final String IMAGE = System.getProperty("broker.image", "foyer/local:0.1.0");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final GenericContainer<?> container;
    private final String address;

    private ContainerBroker(GenericContainer<?> container, String address) {
        this.container = container;
        this.address = address;
    }

    /** Why there can be none here. */
    static Optional<String> missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("No container engine answers here: start one, or leave out -Dbroker=container.");
        }
        boolean isThere = !DockerClientFactory.instance()
                .client()
                .listImagesCmd()
                .withImageNameFilter(IMAGE)
                .exec()
                .isEmpty();
        return isThere
                ? Optional.empty()
                : Optional.of("There is no image " + IMAGE + " here: ./foyer images makes it.");
    }

    /**
     * Returns when the broker serves. It must be told its port outside before it starts, since clients are sent there. Inside it has the
     * same one: a broker asks itself, too, whether a partition belongs to a transaction, and does so at the address that clients get.
     */
    static ContainerBroker start() {
        int port = freePort();
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        String address = host + ":" + port;
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withCommand("open", "/tmp/broker", address, Integer.toString(port))
                .withExposedPorts(port)
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withPortBindings(PortBinding.parse(published(host, port))))
                .waitingFor(Wait.forLogMessage(".*The broker listens.*", 1))
                .withStartupTimeout(PATIENCE);
        container.start();
        return new ContainerBroker(container, address);
    }

    @Override
    public String bootstrapServers() {
        return address;
    }

    @Override
    public void close() {
        container.stop();
    }

    /** It lets everybody in, so it listens only where we ask it: where the engine is here, on loopback. */
    private static String published(String host, int port) {
        try {
            return InetAddress.getByName(host).getHostAddress() + ":" + port + ":" + port;
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
