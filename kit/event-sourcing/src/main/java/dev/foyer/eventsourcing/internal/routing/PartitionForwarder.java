package dev.foyer.eventsourcing.internal.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * What this instance wants of one partition that it does not own. A few carriers take whatever has gathered, each as one
 * request: the group commit's idea, once more. A lane for each partition and not
 * for each owner, because a partition is what is recovered and moved: none waits for another's.
 */
final class PartitionForwarder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartitionForwarder.class);
    private static final int CARRIERS = 3;
    /** Keeps a body below the 64 KiB that the services take, with room for the last one. */
    private static final int BODY_BYTES = 32 * 1024;
    /** What stands around a command in the body, about. */
    private static final int ENVELOPE_BYTES = 250;

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LAST_PAUSE_MILLIS = 100;

    private final int partition;
    private final String self;
    private final OwnerDirectory directory;
    private final ForwardClient hop;
    private final BlockingQueue<RoutedRequest<?>> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> carriers;

    /** @param self this instance's own URL */
    PartitionForwarder(int partition, String self, OwnerDirectory directory, ForwardClient hop) {
        this.partition = partition;
        this.self = self;
        this.directory = directory;
        this.hop = hop;
        this.carriers = IntStream.range(0, CARRIERS)
                .mapToObj(i ->
                        Thread.ofVirtual().name("lane-" + partition + "-" + i).start(this::carry))
                .toList();
    }

    /** The number of wishes is bounded by {@link RoutedCommands}. */
    void add(RoutedRequest<?> wish) {
        waiting.add(wish);
    }

    private void carry() {
        int fruitless = 0;
        try {
            while (true) {
                pause(fruitless);
                List<RoutedRequest<?>> taken = take();
                fruitless = ask(taken, fruitless > 0) ? 0 : fruitless + 1;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private List<RoutedRequest<?>> take() throws InterruptedException {
        List<RoutedRequest<?>> taken = new ArrayList<>();
        int bytes = 0;
        for (RoutedRequest<?> next = waiting.take(); next != null; next = bytes < BODY_BYTES ? waiting.poll() : null) {
            if (!next.over()) {
                taken.add(next);
                bytes += ENVELOPE_BYTES + size(next.written());
            }
        }
        return taken;
    }

    private static int size(ForwardedRequest ask) {
        return switch (ask) {
            case ForwardedRequest.Submit submit -> submit.command().bytes().length;
            case ForwardedRequest.Read _ -> 0;
        };
    }

    /**
     * @param doubted whether what is known of the owner was of no use the last time
     * @return whether anybody was answered; who was not waits again, behind the others
     */
    private boolean ask(List<RoutedRequest<?>> wishes, boolean doubted) throws InterruptedException {
        Optional<Owner> owner = owner(doubted);
        if (owner.isPresent() && owner.get().url().equals(self) && doubted) {
            // The group gave it to us meanwhile. When we do not know yet, they come back here.
            wishes.forEach(RoutedRequest::askHere);
            return false;
        }
        if (owner.isPresent() && !owner.get().url().equals(self)) {
            askOwner(owner.get(), wishes);
        }
        List<RoutedRequest<?>> open =
                wishes.stream().filter(wish -> !wish.over()).toList();
        waiting.addAll(open);
        return open.size() < wishes.size();
    }

    private void askOwner(Owner owner, List<RoutedRequest<?>> wishes) throws InterruptedException {
        try {
            hop.ask(owner, wishes, () -> isStill(owner));
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "Routing for partition %d", partition);
            wishes.forEach(wish -> wish.reply().completeExceptionally(bug));
        }
    }

    private Optional<Owner> owner(boolean doubted) throws InterruptedException {
        if (doubted || directory.owner(partition).isEmpty()) {
            directory.refresh();
        }
        return directory.owner(partition);
    }

    private boolean isStill(Owner owner) {
        try {
            directory.refresh();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return directory.owner(partition).filter(owner::equals).isPresent();
    }

    /** Longer after each try that was of no use; with jitter, so that many instances do not ask in step. */
    private static void pause(int fruitless) throws InterruptedException {
        if (fruitless > 0) {
            long most = Math.min(LAST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(fruitless - 1, 8));
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        }
    }

    @Override
    public void close() {
        carriers.forEach(Thread::interrupt);
    }
}
