package dev.foyer.local.broker;

import dev.foyer.local.home.Home;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker process. It ends on SIGTERM, after its logs are closed. */
public final class BrokerMain {

    /** Any 16 bytes do; these read "foyer-local-0001". Fixed, so that formatting a formatted folder changes nothing. */
    private static final String CLUSTER_ID = "Zm95ZXItbG9jYWwtMDAwMQ";

    private BrokerMain() {}

    /** @param arguments the home with its passwords, folder of the data, port on loopback; perhaps the port of its metrics */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 3) {
            BrokerMetrics.serve(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[3]));
        }
        run(
                new Home(Path.of(arguments[0])),
                Path.of(arguments[1]),
                ClosedListeners.LOOPBACK,
                Integer.parseInt(arguments[2]));
    }

    /**
     * Becomes the broker of that home, and returns when it ends.
     *
     * @param name under which clients find it
     */
    public static void run(Home home, Path data, String name, int port) throws IOException {
        List<Integer> ports = freePorts();
        run(data, BrokerSettings.closed(data, home, name, port, ports.getFirst(), ports.getLast()));
    }

    /** The same, whose metrics everybody sees who reaches that port. */
    public static void run(Home home, Path data, String name, int port, int metricsPort) throws IOException {
        BrokerMetrics.serve(InetAddress.getByName("0.0.0.0"), metricsPort);
        run(home, data, name, port);
    }

    /** Formats the folder if it is new, and becomes a broker with these settings. */
    public static void run(Path data, Properties settings) throws IOException {
        Files.createDirectories(data);
        Path file = write(data, settings);
        String[] format = {"format", "--cluster-id", CLUSTER_ID, "--config", file.toString(), "--ignore-formatted"};
        if (StorageTool.execute(format, System.out) != 0) {
            System.exit(1);
        }
        Kafka.main(new String[] {file.toString()});
    }

    /** The file with the settings of the broker that has this folder. */
    public static Path settingsOf(Path data) {
        return data.resolveSibling("broker.properties");
    }

    private static Path write(Path data, Properties settings) throws IOException {
        Path file = settingsOf(data);
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "Written at each start; changes here are lost");
        }
        return file;
    }

    /** Nobody has to know the controller's listener, and the super user's one is read from the settings: whatever is free. */
    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }
}
