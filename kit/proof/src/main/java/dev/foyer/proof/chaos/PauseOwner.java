package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;

/** SIGSTOP of an owner until others have its partitions, then SIGCONT: a zombie, asked all the time. */
record PauseOwner() implements Fault {

    @Override
    public String name() {
        return "zombie: an owner stops for longer than its session and goes on";
    }

    @Override
    public void inject(TestCluster cluster) {
        InstanceProcess owner = cluster.owner();
        try (Zombie zombie = Zombie.make(cluster, owner)) {
            owner.process().pause();
            zombie.awaitSuccessor();
            cluster.sleepMillis(1_000, 3_000);
            owner.process().resume();
            cluster.sleepMillis(1_000, 1_500);
        }
    }
}
