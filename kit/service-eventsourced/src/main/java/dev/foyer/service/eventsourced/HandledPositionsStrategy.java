package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.inbound.HandledPositions;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code commit-strategy=handled-positions}: commits where the {@link HandledPositions} of the channel stand. The
 * connector's own {@code latest} commits behind the last record it was told about: never behind the marker of a
 * transaction, so that a group seems to be behind a topic that it has read to its end; and what it commits while
 * partitions are moved is lost until the next record comes.
 */
@ApplicationScoped
@Identifier(HandledPositionsStrategy.NAME)
public class HandledPositionsStrategy implements KafkaCommitHandler.Factory {

    static final String NAME = "handled-positions";

    @Inject
    Channels channels;

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        HandledPositions positions = channels.positions(config.getChannel());
        PositionCommits commits = new PositionCommits(config.getChannel(), consumer, positions);
        channels.pauseBy(config.getChannel(), new TopicPauses(config.getChannel(), consumer, channels));
        channels.commitBy(config.getChannel(), commits);
        return new Handler(config.getChannel(), channels, commits);
    }

    /** The acknowledgements of batches say nothing that the positions do not know better. */
    private record Handler(String channel, Channels channels, PositionCommits commits) implements KafkaCommitHandler {

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> acknowledged) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public void partitionsRevoked(Collection<TopicPartition> partitions) {
            channels.revoked(channel, partitions);
        }

        @Override
        public void terminate(boolean graceful) {
            commits.close();
        }
    }
}
