package dev.foyer.gateway.tenantevents;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Which tenants have a topic of their own. The broker names only topics that we may write to. Used by one thread.
 *
 * <p>A tenant gets its topic before anything else, so an event whose tenant has none is of a tenant that was removed.
 */
final class TenantTopics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A tenant that is away costs a look at all names once in this time, not once per event. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    private final Admin admin;
    private Set<String> names = Set.of();
    private long lookedAt = System.nanoTime() - LOOK_AGAIN_NANOS;

    /** @param connection the settings of a Kafka client: servers and, where needed, security */
    TenantTopics(Map<String, Object> connection) {
        this.admin = Admin.create(connection);
    }

    /** The topic of that tenant, whether it exists or not. */
    static String of(String tenant) {
        return "out." + tenant + ".events";
    }

    /**
     * Asks the broker when the name is not among those that are known. Blocks.
     *
     * @throws KafkaException when the broker does not answer
     */
    boolean has(String topic) {
        if (!names.contains(topic) && System.nanoTime() - lookedAt >= LOOK_AGAIN_NANOS) {
            names = look();
            lookedAt = System.nanoTime();
        }
        return names.contains(topic);
    }

    /** Whatever was known is asked for again. */
    void forget() {
        names = Set.of();
        lookedAt = System.nanoTime() - LOOK_AGAIN_NANOS;
    }

    private Set<String> look() {
        try {
            return admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .filter(name -> name.startsWith("out."))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker does not say which topics there are", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
