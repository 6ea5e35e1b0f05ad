package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Call.Operation;
import dev.foyer.proof.checker.Call.Result;
import dev.foyer.proof.instance.InstanceProcess;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One caller: deposits, withdrawals (many of which must be refused) and reads, of any instance. What gets no answer is
 * asked again under the same command id, of another instance; and now and then something that was answered, too.
 */
final class Caller implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int TRIES = 6;
    private static final long SILENCE_MILLIS = 20;
    private static final int LARGEST = 100;

    private final String name;
    private final TestCluster cluster;
    private final SplittableRandom random;
    private final BooleanSupplier stop;
    private int commands;

    Caller(String name, TestCluster cluster, SplittableRandom random, BooleanSupplier stop) {
        this.name = name;
        this.cluster = cluster;
        this.random = random;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            while (!stop.getAsBoolean()) {
                while (cluster.callers().silent()) {
                    Thread.sleep(SILENCE_MILLIS);
                }
                String account = AccountNames.any(random);
                for (int more = random.nextInt(1, 5); more > 0 && !stop.getAsBoolean(); more--) {
                    callOnce(account);
                    Thread.sleep(random.nextInt(2, 15));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void callOnce(String account) throws InterruptedException {
        String commandId = name + "-" + ++commands;
        Operation operation = anyOperation();
        Result result = ask(account, commandId, operation);
        for (int i = 1; i < TRIES && result instanceof Result.Unknown; i++) {
            Thread.sleep(random.nextInt(50, 300));
            result = ask(account, commandId, operation);
        }
        if (result instanceof Result.Booked && random.nextInt(10) == 0) {
            ask(account, commandId, operation);
        }
    }

    private Operation anyOperation() {
        int what = random.nextInt(10);
        if (what < 2) {
            return new Operation.Read();
        }
        long amount = random.nextInt(1, LARGEST);
        return what < 6 ? new Operation.Deposit(amount) : new Operation.Withdraw(amount);
    }

    private Result ask(String account, String commandId, Operation operation) throws InterruptedException {
        List<InstanceProcess> targets = cluster.callers().mayAsk(cluster.instances());
        InstanceProcess any = targets.get(random.nextInt(targets.size()));
        return cluster.client().ask(any, RecordingClient.ANY, account, commandId, operation, PATIENCE);
    }
}
