package dev.foyer.proof.chaos;

import dev.foyer.proof.process.BrokerNode;

/** A broker stops, politely or not, and comes back. With one broker nothing can be written meanwhile. */
record RestartBroker() implements Fault {

    @Override
    public String name() {
        return "restart of a broker";
    }

    @Override
    public void strike(TestCluster world) {
        var nodes = world.brokers().nodes();
        BrokerNode node = nodes.get(world.random().nextInt(nodes.size()));
        if (world.random().nextBoolean()) {
            node.process().stop();
        } else {
            node.process().kill();
        }
        world.sleepMillis(100, 2_000);
        node.start();
        world.brokers().awaitServing();
    }
}
