package dev.foyer.local.container;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.broker.BrokerMain;
import dev.foyer.local.broker.BrokerSettings;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.sink.SinkMain;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The main class of the image {@code foyer/local}. The broker has the whole home; each service sees its own secrets of it ({@link HandedOut}). */
public final class ContainerMain {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ContainerMain() {}

    /**
     * @param arguments {@code keys home topics.yaml}: makes what is missing, hands it out, and ends; {@code broker home topics.yaml name port metrics-port}: is
     *     the broker, which makes {@code home/run/provisioned} when everything is there; {@code sink home smtp-port view-port};
     *     {@code open home name:port port}: is a broker for tests that lets everybody in
     */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[1]));
        home.create();
        switch (arguments[0]) {
            case "keys" -> {
                provisioning(home, Path.of(arguments[2]));
                HandedOut.of(home);
            }
            case "broker" ->
                broker(
                        home,
                        Path.of(arguments[2]),
                        arguments[3],
                        Integer.parseInt(arguments[4]),
                        Integer.parseInt(arguments[5]));
            case "open" -> open(home, arguments[2], Integer.parseInt(arguments[3]));
            case "sink" ->
                SinkMain.run(
                        "0.0.0.0",
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        home.secrets().resolve("mail-password"));
            default -> throw new CannotRun("This image is keys, broker, sink or open, and not " + arguments[0] + ".");
        }
    }

    private static Provisioning provisioning(Home home, Path topics) {
        return Provisioning.of(
                home,
                TopicList.read(topics),
                Secrets.prepare(home, Map.of()).accounts().tenants());
    }

    private static void broker(Home home, Path topics, String name, int port, int metricsPort) throws IOException {
        Path provisioned = home.run().resolve("provisioned");
        Files.deleteIfExists(provisioned);
        Thread.ofPlatform().name("provisioning").daemon().start(() -> provision(home, topics, port, provisioned));
        BrokerMain.run(home, home.brokerData(), name, port, metricsPort);
    }

    private static void open(Home home, String advertised, int port) throws IOException {
        Thread.ofPlatform().name("listening").daemon().start(() -> {
            if (Pause.untilTrue(PATIENCE, () -> listens(port))) {
                System.out.println("The broker listens.");
            }
        });
        BrokerMain.run(home.brokerData(), BrokerSettings.openTo(home.brokerData(), advertised, port));
    }

    private static void provision(Home home, Path topics, int port, Path provisioned) {
        try {
            if (!Pause.untilTrue(PATIENCE, () -> listens(port))) {
                throw new CannotRun("The broker does not listen after " + PATIENCE.toSeconds() + " s.");
            }
            Console console = System.out::println;
            provisioning(home, topics).apply(console);
            Files.createFile(provisioned);
        } catch (IOException | RuntimeException e) {
            System.err.println("The broker is not what services need: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
