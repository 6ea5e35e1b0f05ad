package dev.foyer.proof.process;

import dev.foyer.local.broker.BrokerMain;
import dev.foyer.local.broker.BrokerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** The broker of {@code ./foyer up}, as one of several that replicate for each other, and open to all that attack it. */
public final class BrokerNodeMain {

    private BrokerNodeMain() {}

    /** @param arguments folder of the data, node id, host, port, and all controllers as id@host:port,... */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        int node = Integer.parseInt(arguments[1]);
        String host = arguments[2];
        int port = Integer.parseInt(arguments[3]);
        String[] voters = arguments[4].split(",");
        String controller = voters[node - 1].substring(voters[node - 1].lastIndexOf(':') + 1);
        Properties settings = BrokerSettings.open(data, port, Integer.parseInt(controller));
        settings.put("node.id", Integer.toString(node));
        settings.put("controller.quorum.voters", arguments[4]);
        settings.put("listeners", "PLAINTEXT://" + host + ":" + port + ",CONTROLLER://" + host + ":" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + host + ":" + port);
        if (voters.length > 1) {
            replicate(settings);
        }
        BrokerMain.run(data, settings);
    }

    private static void replicate(Properties settings) {
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("share.coordinator.state.topic.replication.factor", "3");
        settings.put("share.coordinator.state.topic.min.isr", "2");
        settings.put("min.insync.replicas", "2");
        // A dead broker is missed after 3 s and not after 9, so that short runs see its partitions move.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }
}
