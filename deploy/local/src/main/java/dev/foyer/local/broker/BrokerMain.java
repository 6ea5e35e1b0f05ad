package dev.foyer.local.broker;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker process. It ends on SIGTERM, after its logs are closed. */
public final class BrokerMain {

    /** Any 16 bytes do; these read "foyer-local-0001". Fixed, so that formatting a formatted folder changes nothing. */
    private static final String CLUSTER_ID = "Zm95ZXItbG9jYWwtMDAwMQ";

    private BrokerMain() {}

    /** @param arguments folder of the data, port on loopback */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        run(data, BrokerSettings.of(data, Integer.parseInt(arguments[1]), freePort()));
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

    private static Path write(Path data, Properties settings) throws IOException {
        Path file = data.resolveSibling("broker.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "Written at each start; changes here are lost");
        }
        return file;
    }

    /** The controller's listener is nobody's business but the broker's own, so it gets whatever is free. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
