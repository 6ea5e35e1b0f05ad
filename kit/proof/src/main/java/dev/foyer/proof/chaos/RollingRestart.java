package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;

/** What an upgrade does: each instance ends politely and comes back, one after the other. */
record RollingRestart() implements Fault {

    @Override
    public String name() {
        return "rolling restart of all instances";
    }

    @Override
    public void inject(TestCluster cluster) {
        for (InstanceProcess instance : cluster.instances()) {
            instance.process().stop();
            instance.start();
            instance.awaitReady();
        }
    }
}
