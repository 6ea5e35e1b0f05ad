package dev.foyer.gateway.index;

import dev.foyer.base.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The read model as the rest of the gateway sees it. Thread-safe; closing commits and stops the feed. */
public final class ReadModel implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Directory directory;
    private final SearcherHolder searchers = new SearcherHolder();
    private final IndexProgress progress = new IndexProgress();
    private final Feed feed;
    private final Thread thread;

    private ReadModel(Directory directory, Map<String, Object> kafka, FeedCounters counters) {
        this.directory = directory;
        this.feed = new Feed(new TopicSource(kafka), directory, searchers, progress, counters);
        this.thread = Thread.ofPlatform().daemon().name("index-feed").start(feed);
    }

    /**
     * Begins to read; the broker need not be there yet.
     *
     * @param folder created when missing; may be deleted whenever no gateway runs on it
     * @param kafka the settings of a Kafka client
     */
    public static ReadModel open(Path folder, Map<String, Object> kafka, FeedCounters counters) {
        try {
            return open(FSDirectory.open(folder), kafka, counters);
        } catch (IOException e) {
            throw new UncheckedIOException("The index folder cannot be used: " + folder, e);
        }
    }

    static ReadModel open(Directory directory, Map<String, Object> kafka, FeedCounters counters) {
        return new ReadModel(directory, kafka, counters);
    }

    /** Everything of one tenant; there is no way to ask for more. */
    public TenantView tenant(String tenant) {
        return new TenantView(searchers, tenant);
    }

    /**
     * The address that failed sign-ins came from; empty when it never had to wait. Of no tenant, and for nobody's eyes.
     *
     * @throws dev.foyer.base.Unavailable while the index is being built
     */
    public Optional<SourceEntry> signInSource(String address) {
        return new TenantSearch(searchers, SourceEntry.NO_TENANT).byKey(Kind.SOURCE, address, SourceEntry.class);
    }

    /** Whether it has read all that was in the topics when it was opened. */
    public boolean isCaughtUp() {
        return searchers.isCaughtUp();
    }

    /** Whether the feed's thread lives. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Blocks (a virtual thread) until searches show these records. @return whether they do, in time */
    public boolean passed(List<Position> positions, Duration atMost) {
        return progress.await(() -> progress.isPassed(positions) ? Optional.of(true) : Optional.empty(), atMost)
                .isPresent();
    }

    /** Blocks (a virtual thread) until the question has an answer, or the time is over. */
    public <T> Optional<T> await(Supplier<Optional<T>> question, Duration atMost) {
        return progress.await(question, atMost);
    }

    @Override
    public void close() {
        feed.stop();
        try {
            thread.join(CLOSING);
            directory.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
