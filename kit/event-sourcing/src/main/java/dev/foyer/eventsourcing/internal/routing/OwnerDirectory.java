package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.jboss.logging.Logger;

/**
 * Who owns which partition, as the group itself tells it: a member's client id is its URL. Kept until somebody finds it
 * wrong. A member whose URL is not allowed owns nothing, as far as we are concerned. Thread-safe.
 */
final class OwnerDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OwnerDirectory.class);
    private static final long BETWEEN_REFRESHES_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final String group;
    private final String journal;
    private final Transport transport;
    private final Strangers strangers;
    private final Admin admin;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Map<Integer, Owner> owners = Map.of();
    /** Guarded by {@link #refreshing}. */
    private long refreshedAt;

    private final LongSupplier nanoTime;

    OwnerDirectory(RuntimeSettings settings, Transport transport, Strangers strangers) {
        this(settings, transport, strangers, System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} */
    OwnerDirectory(RuntimeSettings settings, Transport transport, Strangers strangers, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.refreshedAt = nanoTime.getAsLong() - BETWEEN_REFRESHES_NANOS;
        this.transport = transport;
        this.strangers = strangers;
        this.group = settings.service() + ".owners";
        this.journal = settings.journal();
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.service() + "-directory");
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        config.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 50);
        this.admin = Admin.create(config);
    }

    /** Who was the owner at the last refresh. */
    Optional<Owner> owner(int partition) {
        return Optional.ofNullable(owners.get(partition));
    }

    /**
     * Asks the group again, unless somebody has just done so; blocks until there is an answer. While the group moves
     * partitions it says nothing, and what was known stays: most partitions stay where they are.
     */
    void refresh() throws InterruptedException {
        refreshing.lockInterruptibly();
        try {
            // Measured from the last answer, not from the last who asked: many who ask often would put it off for ever.
            if (nanoTime.getAsLong() - refreshedAt >= BETWEEN_REFRESHES_NANOS) {
                ask();
                refreshedAt = nanoTime.getAsLong();
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void ask() throws InterruptedException {
        try {
            ConsumerGroupDescription now = admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            if (now.groupState() == GroupState.STABLE) {
                owners = owners(now);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("The group %s does not say who owns what: %s", group, e);
        }
    }

    private Map<Integer, Owner> owners(ConsumerGroupDescription description) {
        Map<Integer, Owner> found = new HashMap<>();
        for (MemberDescription member : description.members()) {
            Owner owner = new Owner(member.clientId(), member.consumerId());
            if (!transport.allows(owner.url())) {
                strangers.wrongUrl(owner);
                continue;
            }
            member.assignment().topicPartitions().stream()
                    .filter(partition -> partition.topic().equals(journal))
                    .forEach(partition -> found.put(partition.partition(), owner));
        }
        return Map.copyOf(found);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
