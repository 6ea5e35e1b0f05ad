package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;
import java.time.Duration;

/** kill -9 of an owner. Started again at once, or after the others had to notice. */
record KillOwner() implements Fault {

    @Override
    public String name() {
        return "kill -9 of an owner";
    }

    @Override
    public void inject(TestCluster cluster) {
        InstanceProcess owner = cluster.owner();
        owner.process().kill();
        if (cluster.random().nextBoolean()) {
            cluster.sleep(cluster.session().plus(Duration.ofSeconds(1)));
        }
        owner.start();
    }
}
