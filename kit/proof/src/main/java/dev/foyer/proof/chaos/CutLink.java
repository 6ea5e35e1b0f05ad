package dev.foyer.proof.chaos;

import dev.foyer.proof.chaos.Network.Link;
import dev.foyer.proof.instance.InstanceProcess;

/**
 * An owner is cut off from the brokers, so that others get its partitions while callers still ask it; or from the other
 * instances, so that it owns what they cannot hand to it.
 */
record CutLink(Network network, Link link) implements Fault {

    @Override
    public String name() {
        return "network cut between an owner and "
                + switch (link) {
                    case BROKERS -> "the brokers";
                    case PEERS -> "the other instances";
                    case DRIVER -> "its callers";
                };
    }

    @Override
    public void inject(TestCluster cluster) {
        InstanceProcess owner = cluster.owner();
        int number = cluster.instances().indexOf(owner) + 1;
        try (Zombie zombie = Zombie.make(cluster, owner)) {
            network.cut(link, number);
            zombie.awaitSuccessor();
            cluster.sleepMillis(1_000, 3_000);
            network.restore(link, number);
            cluster.sleepMillis(1_000, 2_000);
        } finally {
            network.restore(link, number);
        }
    }
}
