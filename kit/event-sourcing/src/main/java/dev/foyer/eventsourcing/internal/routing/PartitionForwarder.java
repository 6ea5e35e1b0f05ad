package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Backoff;
import dev.foyer.base.Credential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Forwards the requests for one partition that this instance does not own. A few senders each take all that have gathered
 * and send them as one HTTP request: the idea of the group commit, once more. One forwarder for each partition and not for
 * each owner, because a partition is what is recovered and moved: none waits for another's.
 */
final class PartitionForwarder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartitionForwarder.class);
    private static final int SENDERS = 3;
    /** Keeps a body below the 64 KiB that the services take, with room for the last one. */
    private static final int BODY_BYTES = 32 * 1024;
    /** What stands around a command in the body, about. */
    private static final int ENVELOPE_BYTES = 250;

    /** With jitter, so that many instances do not ask in step. */
    private static final Backoff BACKOFF =
            Backoff.between(Duration.ofMillis(20), Duration.ofMillis(100)).withJitter(0.5);

    private final int partition;
    private final String self;
    private final OwnerDirectory directory;
    private final ForwardClient client;
    private final BlockingQueue<RoutedRequest<?>> waiting = new LinkedBlockingQueue<>();
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
        waiting.add(request);
    }

    private void send() {
        int failures = 0;
        try {
            while (true) {
                if (failures > 0) {
                    Thread.sleep(BACKOFF.after(failures));
                }
                List<RoutedRequest<?>> taken = take();
                failures = forward(taken, failures > 0) ? 0 : failures + 1;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private List<RoutedRequest<?>> take() throws InterruptedException {
        List<RoutedRequest<?>> taken = new ArrayList<>();
        int bytes = 0;
        for (RoutedRequest<?> next = waiting.take(); next != null; next = bytes < BODY_BYTES ? waiting.poll() : null) {
            if (!next.isDone()) {
                taken.add(next);
                bytes += ENVELOPE_BYTES + size(next.forwarded());
            }
        }
        return taken;
    }

    private static int size(ForwardedRequest request) {
        return switch (request) {
            case ForwardedRequest.Submit submit -> submit.command().bytes().length + credential(submit);
            case ForwardedRequest.Read _ -> 0;
        };
    }

    private static int credential(ForwardedRequest.Submit submit) {
        Credential credential = submit.meta().credential();
        return credential == null ? 0 : credential.value().length();
    }

    /**
     * @param stale whether what is known of the owner was of no use the last time
     * @return whether anybody was answered; who was not waits again, behind the others
     */
    private boolean forward(List<RoutedRequest<?>> requests, boolean stale) throws InterruptedException {
        Optional<Owner> owner = owner(stale);
        if (owner.isPresent() && owner.get().url().equals(self) && stale) {
            // The group gave it to us meanwhile. If our runtime does not know yet, they come back here.
            requests.forEach(RoutedRequest::tryLocally);
            return false;
        }
        if (owner.isPresent() && !owner.get().url().equals(self)) {
            sendToOwner(owner.get(), requests);
        }
        List<RoutedRequest<?>> open =
                requests.stream().filter(request -> !request.isDone()).toList();
        waiting.addAll(open);
        return open.size() < requests.size();
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
