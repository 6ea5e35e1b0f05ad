package dev.foyer.service.eventsourced;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a service of ours consists of. Each service has exactly one CDI bean of this; {@link ServiceRunner} starts and
 * stops what it names, health follows it.
 */
public interface EventSourcedService {

    /** The kinds of aggregates in this service's journal. */
    List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates();

    /** The number of the form in which this program stores; {@code docs/design/formats.md} says when it is raised. */
    int storedFormat();

    /**
     * Whether a request of this tenant may make this command: what another instance passes on is held against the tenant of
     * the token that it carries. No request makes what only our own reactions ask.
     */
    boolean isOf(String tenant, String aggregateId, Object command);

    /**
     * In which roles another instance may pass this command on to us: those of the accounts whose requests make it, with
     * their token, and those of our own reactions that make it, which have none. Empty for what only a timer asks, because
     * a timer wakes at the owner. What is asked in any other role is refused before it is decided: a certificate of ours is
     * not enough to ask what only an administrator may.
     */
    Set<String> askers(String aggregateId, Object command);

    /**
     * Of what our reactions ask: whose signed record must come along when another instance passes it on. Empty where the
     * instance's word is enough, and for all that accounts ask.
     */
    default Optional<Origin> origin(Object command) {
        return Optional.empty();
    }

    /** Judges records that came along with commands. Thread-safe. */
    @FunctionalInterface
    interface Origin {

        /** Whether its writer has signed this record, and our reaction to it is this very command. */
        boolean makes(InboundEvent record, String aggregateId, Object command, CommandMeta meta);
    }

    /**
     * What it reads of others, by the name of the channel; empty when nothing. Each channel has an {@code @Incoming} method
     * that calls {@link Channels#handle}, and its topics and group in {@code mp.messaging.incoming}.
     */
    default Map<String, InboundHandler> inbound() {
        return Map.of();
    }

    /** Topics read into memory from the beginning at every start, such as {@code tenant.settings}. */
    default List<Table> tables() {
        return List.of();
    }

    /** One small compacted topic, read whole by every instance; the handler must not block. */
    record Table(String topic, InboundHandler handler) {}
}
