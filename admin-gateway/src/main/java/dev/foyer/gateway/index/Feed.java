package dev.foyer.gateway.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.jboss.logging.Logger;

/**
 * Reads the public topics into the index, in one thread, for ever. Whatever goes wrong ends a session: the index goes
 * back to its last commit and the next session reads on from there. An index that cannot be read, that
 * knows more than Kafka does, or whose folder is gone is built again.
 */
final class Feed implements Runnable {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACKOFF = Duration.ofSeconds(1);
    private static final Duration FAILING_FOR_LONG = Duration.ofMinutes(2);

    private final TopicSource source;
    private final IndexFolder folder;
    private final IndexHolder index;
    private final IndexProgress progress;
    private final FeedCounters counters;
    private final Onlooker onlooker;
    private final StopSignal stop = new StopSignal();
    /** When the broker last answered, or when we began to ask; {@link System#nanoTime}. */
    private volatile long heardNanos = System.nanoTime();
    /** When the index itself, not Kafka, began to fail; {@code null} while it does not. */
    private volatile Long failingSinceNanos;

    Feed(
            TopicSource source,
            IndexFolder folder,
            IndexHolder index,
            IndexProgress progress,
            FeedCounters counters,
            Onlooker onlooker) {
        this.source = source;
        this.folder = folder;
        this.index = index;
        this.progress = progress;
        this.counters = counters;
        this.onlooker = onlooker;
    }

    /** The thread commits, closes and ends soon after this. */
    void stop() {
        stop.now();
    }

    /** Since when the broker has answered nothing. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    /** Whether the index could not be used for a while, again and again: a new start may help then. */
    boolean isFailingForLong() {
        Long since = failingSinceNanos;
        return since != null && System.nanoTime() - since > FAILING_FOR_LONG.toNanos();
    }

    @Override
    public void run() {
        while (!stop.isWanted()) {
            try {
                session();
            } catch (UnusableIndex
                    | IndexAheadOfTopics
                    | CorruptIndexException
                    | UncheckedIOException
                    | OffsetOutOfRangeException e) {
                LOG.warnf("The index is built again from the topics: %s", e.getMessage());
                failing();
                wipe();
            } catch (IOException e) {
                LOG.warn("The index cannot be used; reading goes on in a moment from its last commit", e);
                failing();
            } catch (RuntimeException e) {
                LOG.warn("The index lags; reading goes on in a moment from its last commit", e);
            }
            stop.await(BACKOFF);
        }
    }

    private void failing() {
        failingSinceNanos = failingSinceNanos == null ? System.nanoTime() : failingSinceNanos;
    }

    private void session() throws IOException {
        try (TopicIdentity topics = source.identity();
                Consumer<byte[], byte[]> consumer = source.open();
                Directory directory = folder.open();
                LiveIndex live = new LiveIndex(Store.open(directory, topics.text()))) {
            Map<TopicPartition, Long> end = source.seek(consumer, live.committed());
            heardNanos = System.nanoTime();
            index.opened(live);
            FeedSession session = new FeedSession(consumer, live, counters, end);
            report(session);
            BrokerAnswers answers = new BrokerAnswers(consumer);
            while (!stop.isWanted()) {
                ConsumerRecords<byte[], byte[]> records = session.readOnce(POLL);
                if (answers.cameSinceLastLook()) {
                    heardNanos = System.nanoTime();
                }
                if (!topics.isStill()) {
                    throw new KafkaException("A topic was deleted and made anew, so the index is built again");
                }
                report(session);
                if (index.isCaughtUp()) {
                    onlooker.shown(records, session.positions());
                }
                failingSinceNanos = null;
            }
            live.finish();
        } finally {
            index.closed();
            onlooker.ended();
        }
    }

    /** What is published can be asked for; so those who wait for it are woken. */
    private void report(FeedSession session) {
        progress.visible(session.positions());
        if (!index.isCaughtUp() && session.isPastEnd()) {
            LOG.infof(
                    "The index has caught up with %d partitions",
                    session.positions().size());
            index.caughtUp();
            progress.visible(session.positions());
        }
    }

    private void wipe() {
        try (Directory directory = folder.open()) {
            Store.wipe(directory);
        } catch (IOException e) {
            LOG.warn("The index cannot be deleted", e);
        }
    }
}
