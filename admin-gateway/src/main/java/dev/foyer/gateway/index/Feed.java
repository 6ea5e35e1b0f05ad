package dev.foyer.gateway.index;

import dev.foyer.base.events.Unacceptable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jboss.logging.Logger;

/**
 * Reads the public topics into the index, in one thread, for ever. Whatever goes wrong ends a session: the index goes
 * back to its last commit and the next session reads on from there. An index that cannot be read, or that knows more
 * than Kafka does, is thrown away and built again.
 */
final class Feed implements Runnable {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long COMMIT_EVERY_NANOS = Duration.ofSeconds(3).toNanos();
    private static final int COMMIT_EVERY_RECORDS = 20_000;
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final TopicSource source;
    private final Directory directory;
    private final SearcherHolder searchers;
    private final IndexProgress progress;
    private final FeedCounters counters;
    private final StopSignal stop = new StopSignal();

    Feed(
            TopicSource source,
            Directory directory,
            SearcherHolder searchers,
            IndexProgress progress,
            FeedCounters counters) {
        this.source = source;
        this.directory = directory;
        this.searchers = searchers;
        this.progress = progress;
        this.counters = counters;
    }

    /** The thread commits, closes and ends soon after this. */
    void stop() {
        stop.now();
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
                wipe();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The index lags; reading goes on in a moment from its last commit", e);
            }
            stop.await(BACKOFF);
        }
    }

    private void session() throws IOException {
        String cluster = source.cluster();
        try (Consumer<byte[], byte[]> consumer = source.open();
                Store store = Store.open(directory, cluster)) {
            Map<TopicPartition, Long> end = source.seek(consumer, store.committed());
            searchers.opened(store.searchers());
            Map<TopicPartition, Long> positions = positions(consumer);
            long committedAt = System.nanoTime();
            int uncommitted = 0;
            while (true) {
                reportProgress(positions, end);
                boolean ending = stop.isWanted();
                boolean due = System.nanoTime() - committedAt > COMMIT_EVERY_NANOS;
                if (uncommitted > 0 && (ending || due) || uncommitted >= COMMIT_EVERY_RECORDS) {
                    store.commit(positions);
                    committedAt = System.nanoTime();
                    uncommitted = 0;
                }
                if (ending) {
                    return;
                }
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                index(records, store);
                uncommitted += records.count();
                positions = positions(consumer);
            }
        } finally {
            searchers.closed();
        }
    }

    /** Visible before those who wait are woken, and they before anything slow. */
    private void reportProgress(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> end) {
        progress.visible(positions);
        if (!searchers.isCaughtUp()
                && end.entrySet().stream().allMatch(one -> positions.get(one.getKey()) >= one.getValue())) {
            LOG.infof("The index has caught up with %d partitions", positions.size());
            searchers.caughtUp();
        }
    }

    private void index(ConsumerRecords<byte[], byte[]> records, Store store) throws IOException {
        if (records.isEmpty()) {
            return;
        }
        IndexSearcher searcher = store.searchers().acquire();
        try {
            IndexBatch batch = new IndexBatch(searcher);
            for (ConsumerRecord<byte[], byte[]> one : records) {
                add(batch, one);
            }
            batch.writeTo(store);
        } finally {
            store.searchers().release(searcher);
        }
        store.refresh();
    }

    /** A record that cannot be read is our own bug or somebody's mischief; it must not stop the others. */
    private void add(IndexBatch batch, ConsumerRecord<byte[], byte[]> one) throws IOException {
        try {
            PublicEvent event = PublicEvent.read(one);
            if (batch.add(event)) {
                counters.indexed();
            } else {
                counters.skipped();
            }
        } catch (Unacceptable | UnreadableEvent e) {
            LOG.errorf(
                    "Record %s-%d@%d is left out of the index: %s",
                    one.topic(), one.partition(), one.offset(), e.getMessage());
            counters.unreadable();
        }
    }

    private void wipe() {
        try {
            Store.wipe(directory);
        } catch (IOException e) {
            LOG.warn("The index cannot be deleted", e);
        }
    }

    private static Map<TopicPartition, Long> positions(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }
}
