package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.Subscription;
import java.util.List;

/**
 * What a service of ours consists of. Each service has exactly one CDI bean of this; {@link ServiceRunner} starts and
 * stops what it names, health follows it.
 */
public interface EventSourcedService {

    /** The kinds of aggregates in this service's journal. */
    List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates();

    /** What it reads of others; empty when nothing. */
    default List<Inbound> inbound() {
        return List.of();
    }

    /** Topics read into memory from the beginning at every start, such as {@code tenant.settings}. */
    default List<Table> tables() {
        return List.of();
    }

    /** One group of topics, read at least once and in order. */
    record Inbound(Subscription topics, InboundHandler handler) {
        public Inbound(List<String> topics, InboundHandler handler) {
            this(new Subscription.Named(topics), handler);
        }
    }

    /** One small compacted topic, read whole by every instance; the handler must not block. */
    record Table(String topic, InboundHandler handler) {}
}
