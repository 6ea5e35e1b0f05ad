package dev.foyer.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real broker in this JVM: KRaft, one node, loopback, free ports, data in a temporary folder. */
public final class EmbeddedBroker implements TestBroker {

    private static final int NODE = 1;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Map<String, String> more;
    private KafkaRaftServer server;

    private EmbeddedBroker(Map<String, String> more) throws IOException {
        this.more = more;
        QuietLogs.set();
        folder = Files.createTempDirectory("foyer-broker");
        port = freePort();
        controllerPort = freePort();
    }

    /** Returns when the broker serves. */
    public static EmbeddedBroker start() {
        return start(Map.of());
    }

    /**
     * The same with more settings; {@code listeners} and {@code listener.security.protocol.map} are beside our own.
     * Returns when the broker serves.
     */
    public static EmbeddedBroker start(Map<String, String> more) {
        try {
            EmbeddedBroker broker = new EmbeddedBroker(more);
            broker.format();
            broker.resume();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again on the same port and data. */
    public void resume() {
        server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        server.startup();
    }

    /** Stops the broker; data and port stay for {@link #resume}. */
    public void suspend() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        suspend();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an operator would: by Kafka's own tool, from a file of settings. */
    private void format() throws IOException {
        Path file = Files.createTempFile("foyer-broker", ".properties");
        try {
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings().store(writer, null);
            }
            String[] format = {
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                file.toString(),
                "--ignore-formatted"
            };
            if (StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream())) != 0) {
                throw new IllegalStateException("The broker's folder cannot be formatted");
            }
        } finally {
            Files.delete(file);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
            settings.put(internal + ".num.partitions", "2");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("add.partitions.to.txn.retry.backoff.ms", "1");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        more.forEach((name, value) ->
                settings.merge(name, value, (ours, other) -> name.startsWith("listener") ? ours + "," + other : other));
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
