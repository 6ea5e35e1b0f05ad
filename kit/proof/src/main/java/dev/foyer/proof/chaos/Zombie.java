package dev.foyer.proof.chaos;

import dev.foyer.local.Pause;
import dev.foyer.proof.instance.InstanceProcess;
import java.time.Duration;

/**
 * An owner on its way to become a zombie, asked all the time. In half of the cases it is idle when it happens, and is
 * asked for reads and refusals only: then no late commit and no fence tells it what it has become.
 */
final class Zombie implements AutoCloseable {

    private static final Duration IDLE_BEFORE = Duration.ofMillis(500);
    private static final Duration SUCCESSION = Duration.ofSeconds(15);

    private final TestCluster cluster;
    private final InstanceProcess zombie;
    private final boolean idle;
    private final ZombieRequests requests;

    private Zombie(TestCluster cluster, InstanceProcess zombie, boolean idle) {
        this.cluster = cluster;
        this.zombie = zombie;
        this.idle = idle;
        this.requests = new ZombieRequests(
                cluster.client(), zombie, !idle, cluster.random().split());
    }

    /** Call right before it happens. */
    static Zombie make(TestCluster cluster, InstanceProcess owner) {
        boolean idle = cluster.random().nextBoolean();
        if (idle) {
            cluster.callers().silence();
            cluster.sleep(IDLE_BEFORE);
        }
        return new Zombie(cluster, owner, idle);
    }

    /** Returns when its session is over and, if it was idle, others serve everything; those are asked from now on. */
    void awaitSuccessor() {
        cluster.sleep(cluster.session());
        if (idle) {
            Pause.untilTrue(SUCCESSION, () -> cluster.served(instance -> instance != zombie));
            cluster.sleep(IDLE_BEFORE);
            cluster.callers().exclude(zombie);
        }
    }

    /** Callers ask it again as usual; returns when the last request is answered or given up. */
    @Override
    public void close() {
        cluster.callers().asUsual();
        requests.close();
    }
}
