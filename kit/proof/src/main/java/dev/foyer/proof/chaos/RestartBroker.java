package dev.foyer.proof.chaos;

import dev.foyer.proof.process.BrokerNode;

/** A broker stops, politely or not, and comes back. With one broker nothing can be written meanwhile. */
record RestartBroker() implements Fault {

    @Override
    public String name() {
        return "restart of a broker";
    }

    @Override
    public void inject(TestCluster cluster) {
        var nodes = cluster.brokers().nodes();
        BrokerNode node = nodes.get(cluster.random().nextInt(nodes.size()));
        if (cluster.random().nextBoolean()) {
            node.process().stop();
        } else {
            node.process().kill();
        }
        cluster.sleepMillis(100, 2_000);
        node.start();
        cluster.brokers().awaitServing();
    }
}
