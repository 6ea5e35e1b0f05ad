package dev.foyer.proof.chaos;

import dev.foyer.local.Pause;
import dev.foyer.proof.instance.InstanceProcess;
import java.time.Duration;

/**
 * An owner on its way to become a zombie, questioned all the time. In half of the cases it has nothing under way when it
 * happens, and is asked for reads and refusals only: then no late commit and no fence tells it what it has become.
 */
final class Zombie implements AutoCloseable {

    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration SUCCESSION = Duration.ofSeconds(15);

    private final TestCluster world;
    private final InstanceProcess zombie;
    private final boolean calm;
    private final ZombieQuestions questions;

    private Zombie(TestCluster world, InstanceProcess zombie, boolean calm) {
        this.world = world;
        this.zombie = zombie;
        this.calm = calm;
        this.questions = new ZombieQuestions(
                world.client(), zombie, !calm, world.random().split());
    }

    /** Call right before it happens. */
    static Zombie make(TestCluster world, InstanceProcess owner) {
        boolean calm = world.random().nextBoolean();
        if (calm) {
            world.manners().silence();
            world.sleep(CALM);
        }
        return new Zombie(world, owner, calm);
    }

    /** Returns when its session is over and, if it was calm, others serve everything; those are asked from now on. */
    void awaitSuccessor() {
        world.sleep(world.session());
        if (calm) {
            Pause.untilTrue(SUCCESSION, () -> world.served(instance -> instance != zombie));
            world.sleep(CALM);
            world.manners().spare(zombie);
        }
    }

    /** Callers ask it again as usual; returns when the last question is answered or given up. */
    @Override
    public void close() {
        world.manners().asUsual();
        questions.close();
    }
}
