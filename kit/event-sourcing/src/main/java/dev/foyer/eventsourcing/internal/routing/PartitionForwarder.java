package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Forwards the requests for one partition that this instance does not own. A few senders each take all that have gathered
 * and send them as one HTTP request: the idea of the group commit, once more. One forwarder for each partition and not for
 * each owner, because a partition is what is recovered and moved: none waits for another's.
 */
final class PartitionForwarder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartitionForwarder.class);
    /** Bodies under way at once: few when they are small, see {@link Gathering}. */
    private static final int SENDERS = 8;

    /** With jitter, so that many instances do not ask in step. */
    private static final Backoff BACKOFF =
            Backoff.between(Duration.ofMillis(10), Duration.ofMillis(40)).withJitter(0.5);

    private final int partition;
    private final String self;
    private final OwnerDirectory directory;
    private final ForwardClient client;
    private final Gathering gathering = new Gathering();
    /** Since anybody was answered: whether what is known of the owner was of use the last time. */
    private final AtomicInteger failures = new AtomicInteger();

    private final List<Thread> senders;

    /** @param self this instance's own URL */
    PartitionForwarder(int partition, String self, OwnerDirectory directory, ForwardClient client) {
        this.partition = partition;
        this.self = self;
        this.directory = directory;
        this.client = client;
        this.senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> Thread.ofVirtual()
                        .name("forwarder-" + partition + "-" + i)
                        .start(this::send))
                .toList();
    }

    /** The number of requests is bounded by {@link RoutedCommands}. */
    void add(RoutedRequest<?> request) {
        gathering.add(List.of(request));
    }

    private void send() {
        try {
            while (true) {
                List<RoutedRequest<?>> taken = gathering.take();
                List<RoutedRequest<?>> again = taken;
                try {
                    again = forward(taken);
                } catch (RuntimeException bug) { // whatever it is, nobody may be forgotten, nor a sender be lost
                    LOG.errorf(bug, "Forwarding for partition %d", partition);
                    pause();
                } finally {
                    gathering.sent();
                }
                gathering.add(again);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return who was not answered, when it is time to ask again */
    private List<RoutedRequest<?>> forward(List<RoutedRequest<?>> requests) throws InterruptedException {
        boolean stale = failures.get() > 0;
        Optional<Owner> owner = owner(stale);
        if (owner.isPresent() && owner.get().url().equals(self) && stale) {
            // The group gave it to us meanwhile. If our runtime does not know yet, they come back here.
            pause();
            requests.forEach(RoutedRequest::tryLocally);
            return List.of();
        }
        if (owner.isPresent() && !owner.get().url().equals(self)) {
            sendToOwner(owner.get(), requests);
        }
        List<RoutedRequest<?>> open =
                requests.stream().filter(request -> !request.isDone()).toList();
        if (open.size() < requests.size()) {
            failures.set(0);
            later(open);
            return List.of();
        }
        pause();
        return open;
    }

    /** After a failure, for those that failed: another sender would ask the same owner again at once. */
    private void pause() throws InterruptedException {
        Thread.sleep(BACKOFF.after(failures.incrementAndGet()));
    }

    /** The few among others that were answered keep no sender waiting, and do not go round as fast as the others come. */
    private void later(List<RoutedRequest<?>> few) {
        if (!few.isEmpty()) {
            CompletableFuture.delayedExecutor(
                            BACKOFF.after(2).toNanos(), TimeUnit.NANOSECONDS, Thread::startVirtualThread)
                    .execute(() -> gathering.add(few));
        }
    }

    private void sendToOwner(Owner owner, List<RoutedRequest<?>> requests) throws InterruptedException {
        try {
            client.send(owner, requests, () -> isStill(owner));
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "Forwarding for partition %d", partition);
            requests.forEach(request -> request.reply().completeExceptionally(bug));
        }
    }

    private Optional<Owner> owner(boolean stale) throws InterruptedException {
        if (stale || directory.owner(partition).isEmpty()) {
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

    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
    }
}
