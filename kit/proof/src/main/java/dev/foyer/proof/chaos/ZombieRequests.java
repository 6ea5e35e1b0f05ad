package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Call.Operation;
import dev.foyer.proof.instance.InstanceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Asks one instance, and only that one, while it is stopped and when it wakes. What is asked late lies in its socket
 * when it wakes up believing that it still owns its partitions: it must say nothing, or the truth. Reads and refusals
 * are the dangerous ones, since they write nothing and so meet no fence.
 */
final class ZombieRequests implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 4;
    private static final long PAUSE_MILLIS = 40;
    /** More than anybody has. */
    private static final long TOO_MUCH = 1_000_000_000;

    private final RecordingClient client;
    private final InstanceProcess zombie;
    private final boolean writes;
    private final SplittableRandom random;
    private final List<Thread> askers = new ArrayList<>();
    private final Thread waves;
    private volatile boolean stopping;

    /** @param writes whether to ask for deposits, too: their fence would also stop what is decided together with them */
    ZombieRequests(RecordingClient client, InstanceProcess zombie, boolean writes, SplittableRandom random) {
        this.client = client;
        this.zombie = zombie;
        this.writes = writes;
        this.random = random;
        this.waves = Thread.ofVirtual().start(this::ask);
    }

    private void ask() {
        for (int wave = 0; !stopping; wave++) {
            for (int i = 0; i < AT_ONCE; i++) {
                String account = AccountNames.any(random);
                String commandId = "z-" + random.nextLong();
                Operation operation = switch ((wave + i) % (writes ? 3 : 2)) {
                    case 0 -> new Operation.Read();
                    case 1 -> new Operation.Withdraw(TOO_MUCH);
                    default -> new Operation.Deposit(1);
                };
                askers.add(Thread.ofVirtual().start(() -> ask(account, commandId, operation)));
            }
            pause();
        }
    }

    private void ask(String account, String commandId, Operation operation) {
        try {
            client.ask(zombie, RecordingClient.OWNED, account, commandId, operation, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the last one is answered or given up. */
    @Override
    public void close() {
        stopping = true;
        try {
            waves.join();
            for (Thread asker : askers) {
                asker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
