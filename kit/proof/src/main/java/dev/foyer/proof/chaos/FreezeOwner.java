package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;

/** SIGSTOP of an owner until others have its partitions, then SIGCONT: a zombie, asked all the time. */
record FreezeOwner() implements Fault {

    @Override
    public String name() {
        return "zombie: an owner stops for longer than its session and goes on";
    }

    @Override
    public void strike(TestCluster world) {
        InstanceProcess owner = world.owner();
        try (Zombie zombie = Zombie.make(world, owner)) {
            owner.process().freeze();
            zombie.awaitSuccessor();
            world.sleepMillis(1_000, 3_000);
            owner.process().thaw();
            world.sleepMillis(1_000, 1_500);
        }
    }
}
