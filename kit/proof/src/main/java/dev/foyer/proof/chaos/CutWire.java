package dev.foyer.proof.chaos;

import dev.foyer.proof.chaos.Network.Wire;
import dev.foyer.proof.instance.InstanceProcess;

/**
 * An owner is cut off from the brokers, so that others get its partitions while callers still ask it; or from the other
 * instances, so that it owns what they cannot hand to it.
 */
record CutWire(Network network, Wire wire) implements Fault {

    @Override
    public String name() {
        return "network cut between an owner and "
                + switch (wire) {
                    case BROKERS -> "the brokers";
                    case PEERS -> "the other instances";
                    case DRIVER -> "its callers";
                };
    }

    @Override
    public void strike(TestCluster world) {
        InstanceProcess owner = world.owner();
        int number = world.instances().indexOf(owner) + 1;
        try (Zombie zombie = Zombie.make(world, owner)) {
            network.cut(wire, number);
            zombie.awaitSuccessor();
            world.sleepMillis(1_000, 3_000);
            network.mend(wire, number);
            world.sleepMillis(1_000, 2_000);
        } finally {
            network.mend(wire, number);
        }
    }
}
