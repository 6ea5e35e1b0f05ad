package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.inbound.ChannelReader;
import dev.foyer.eventsourcing.inbound.DeadLetters;
import dev.foyer.eventsourcing.inbound.HandledPositions;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.TopicIds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Others' topics, as channels of Quarkus Messaging in batch mode: the connector owns the consumers, this hands what they
 * poll to the service's handlers. Thread-safe.
 */
@ApplicationScoped
public class Channels {

    @Inject
    ChannelConfig config;

    @Inject
    MeterRegistry metrics;

    private volatile TopicIds topicIds;
    private final Map<String, HandledPositions> positions = new ConcurrentHashMap<>();
    private final Map<String, PositionCommits> commits = new ConcurrentHashMap<>();
    private final Map<String, TopicPauses> pauses = new ConcurrentHashMap<>();
    private final Map<String, ChannelReader> readers = new ConcurrentHashMap<>();

    /**
     * What an {@code @Incoming} method does, and returns: it does not block, and the next batch comes when this is done.
     *
     * @throws IllegalStateException when the service names no handler for this channel, or it has another commit strategy
     */
    public CompletionStage<Void> handle(String channel, ConsumerRecords<byte[], byte[]> batch) {
        ChannelReader reader = readers.get(channel);
        if (reader == null) {
            throw new IllegalStateException("There is no handler for the channel " + channel);
        }
        PositionCommits positionCommits = commits.get(channel);
        if (positionCommits == null) { // any other strategy would commit what is only begun
            throw new IllegalStateException(
                    "The channel " + channel + " needs commit-strategy=" + HandledPositionsStrategy.NAME);
        }
        return reader.read(batch, positionCommits::commit);
    }

    /** The handlers are there before the channels are connected. */
    void open(Map<String, InboundHandler> handlers, DeadLetters deadLetters, TopicIds ids) {
        topicIds = ids;
        handlers.keySet().forEach(this::measure);
        handlers.forEach((channel, handler) -> readers.put(
                channel,
                new ChannelReader(
                        channel,
                        config.group(channel),
                        handler,
                        deadLetters,
                        positions(channel),
                        topicIds,
                        () -> pauses.get(channel).look(),
                        metrics)));
    }

    private void measure(String channel) {
        Gauge.builder("foyer.inbound.lag", () -> unhandled(channel))
                .description("Records of a channel's topics that are not handled yet, of the partitions that we read")
                .baseUnit("records")
                .tag("channel", channel)
                .register(metrics);
    }

    private long unhandled(String channel) {
        PositionCommits behind = commits.get(channel);
        return behind == null ? 0 : behind.unhandled();
    }

    HandledPositions positions(String channel) {
        return positions.computeIfAbsent(channel, first -> new HandledPositions());
    }

    /** They are no longer ours. */
    void revoked(String channel, Collection<TopicPartition> partitions) {
        positions(channel).revoked(partitions);
        if (topicIds != null) {
            topicIds.revoked(partitions);
        }
    }

    void commitBy(String channel, PositionCommits by) {
        commits.put(channel, by);
    }

    /** Of that channel, those of which enough is polled. */
    Set<String> fullTopics(String channel) {
        return readers.get(channel).fullTopics();
    }

    void pauseBy(String channel, TopicPauses by) {
        pauses.put(channel, by);
    }

    /** By channel: how old the oldest record is that is not handled yet. */
    Map<String, Duration> oldestAges() {
        Map<String, Duration> ages = new TreeMap<>();
        readers.forEach((channel, reader) -> ages.put(channel, reader.oldestAge()));
        return ages;
    }

    /** Nothing is begun any more; the connector closes its consumers later. */
    void stop() {
        readers.values().forEach(ChannelReader::stop);
        if (topicIds != null) {
            topicIds.close();
        }
    }
}
