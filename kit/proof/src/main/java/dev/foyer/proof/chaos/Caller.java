package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Call.Told;
import dev.foyer.proof.checker.Call.Wish;
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
    private final TestCluster world;
    private final SplittableRandom random;
    private final BooleanSupplier stop;
    private int wishes;

    Caller(String name, TestCluster world, SplittableRandom random, BooleanSupplier stop) {
        this.name = name;
        this.world = world;
        this.random = random;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            while (!stop.getAsBoolean()) {
                while (world.manners().silent()) {
                    Thread.sleep(SILENCE_MILLIS);
                }
                String account = Bank.any(random);
                for (int more = random.nextInt(1, 5); more > 0 && !stop.getAsBoolean(); more--) {
                    wish(account);
                    Thread.sleep(random.nextInt(2, 15));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wish(String account) throws InterruptedException {
        String commandId = name + "-" + ++wishes;
        Wish wish = wish();
        Told told = ask(account, commandId, wish);
        for (int i = 1; i < TRIES && told instanceof Told.Nothing; i++) {
            Thread.sleep(random.nextInt(50, 300));
            told = ask(account, commandId, wish);
        }
        if (told instanceof Told.Booked && random.nextInt(10) == 0) {
            ask(account, commandId, wish);
        }
    }

    private Wish wish() {
        int what = random.nextInt(10);
        if (what < 2) {
            return new Wish.Read();
        }
        long amount = random.nextInt(1, LARGEST);
        return what < 6 ? new Wish.Deposit(amount) : new Wish.Withdraw(amount);
    }

    private Told ask(String account, String commandId, Wish wish) throws InterruptedException {
        List<InstanceProcess> open = world.manners().open(world.instances());
        InstanceProcess any = open.get(random.nextInt(open.size()));
        return world.client().ask(any, Client.ANY, account, commandId, wish, PATIENCE);
    }
}
