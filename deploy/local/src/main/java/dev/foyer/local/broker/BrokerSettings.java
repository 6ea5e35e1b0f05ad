package dev.foyer.local.broker;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The broker's settings: one node that is everything, small, and tuned for back-to-back transactions. */
public final class BrokerSettings {

    private BrokerSettings() {}

    /**
     * Of the broker of {@code ./foyer up}, where nobody is let in without a password.
     *
     * @param data its log
     * @param home where the passwords are
     * @param internalPort for the broker itself and the launcher
     * @param controllerPort nobody's business but the broker's own
     */
    public static Properties closed(Path data, Home home, int port, int internalPort, int controllerPort) {
        return closed(data, home, ClosedListeners.LOOPBACK, port, internalPort, controllerPort);
    }

    /** The same for clients on other machines, or in other containers, who find it under that name. */
    static Properties closed(Path data, Home home, String name, int port, int internalPort, int controllerPort) {
        Properties settings = open(data, port, controllerPort);
        ClosedListeners.set(settings, home, name, port, internalPort, controllerPort);
        return settings;
    }

    /**
     * Where the super user connects.
     *
     * @param file that a closed broker has written
     * @throws CannotRun when it is not there: no such broker has run
     */
    public static String internalAddress(Path file) {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new CannotRun("Foyer's broker has not run yet; ./foyer up starts it.", e);
        }
        String prefix = ClosedListeners.INTERNAL + "://";
        return Stream.of(settings.getProperty("listeners", "").split(","))
                .filter(listener -> listener.startsWith(prefix))
                .map(listener -> listener.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new CannotRun("Foyer's broker was started by an earlier version; start it again."));
    }

    /**
     * Of a broker that lets everybody in: only for measuring and attacking the kit alone.
     *
     * @param controllerPort nobody's business but the broker's own
     */
    public static Properties open(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        replicatedOnce(settings);
        small(settings);
        settings.putAll(quickTransactions());
        return settings;
    }

    /**
     * The same for clients outside of its container, who find it under that name and port.
     *
     * @param port inside
     */
    public static Properties openTo(Path data, String advertised, int port) {
        Properties settings = open(data, port, port + 1);
        settings.put("listeners", "PLAINTEXT://0.0.0.0:" + port + ",CONTROLLER://127.0.0.1:" + (port + 1));
        settings.put("advertised.listeners", "PLAINTEXT://" + advertised);
        return settings;
    }

    private static void replicatedOnce(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Properties settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "4");
        // A record that only says "I live", by default twice a second: with one controller nobody waits for it.
        settings.put("metadata.max.idle.interval.ms", "30000");
        // The default buffer takes 128 MB of the heap.
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
    }

    /** What any broker of Foyer's should have, however many there are: all else is a matter of taste and size. */
    public static Map<String, String> quickTransactions() {
        return Map.of(
                // The next transaction meets the markers of the last one; 20 ms (the default) would be its waiting
                // time.
                "add.partitions.to.txn.retry.backoff.ms", "1",
                // A transaction left open by a killed service blocks readers until it is aborted; look often.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "group.initial.rebalance.delay.ms", "0",
                // Services that were killed should be missed soon; the default minimum is 6 s.
                "group.min.session.timeout.ms", "1000",
                "group.consumer.min.session.timeout.ms", "1000",
                "group.consumer.min.heartbeat.interval.ms", "300");
    }
}
