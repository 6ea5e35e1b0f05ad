package dev.foyer.proof.chaos;

import dev.foyer.proof.process.BrokerNode;
import java.time.Duration;

/** kill -9 of one of three brokers, for so long that the others take over and must do without it. */
record KillBroker() implements Fault {

    private static final Duration AWAY = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "kill -9 of one of three brokers";
    }

    @Override
    public void inject(TestCluster cluster) {
        var nodes = cluster.brokers().nodes();
        BrokerNode node = nodes.get(cluster.random().nextInt(nodes.size()));
        node.process().kill();
        cluster.sleep(AWAY);
        node.start();
        cluster.brokers().awaitServing();
    }
}
