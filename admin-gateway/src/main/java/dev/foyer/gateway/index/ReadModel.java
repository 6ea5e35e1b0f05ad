package dev.foyer.gateway.index;

import dev.foyer.base.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.lucene.store.FSDirectory;

/** The read model as the rest of the gateway sees it. Thread-safe; closing commits and stops the feed. */
public final class ReadModel implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final IndexHolder index = new IndexHolder();
    private final IndexProgress progress = new IndexProgress();
    private final Feed feed;
    private final TopicEnds ends;
    private final Thread thread;

    private ReadModel(Path folder, Map<String, Object> kafka, FeedCounters counters, Onlooker onlooker) {
        this.feed =
                new Feed(new TopicSource(kafka), () -> FSDirectory.open(folder), index, progress, counters, onlooker);
        this.ends = new TopicEnds(kafka);
        this.thread = Thread.ofPlatform().daemon().name("index-feed").start(feed);
    }

    /**
     * Begins to read; the broker need not be there yet.
     *
     * @param folder created when missing; made anew from the topics when it is deleted, also while we run
     * @param kafka the settings of a Kafka client
     * @param onlooker is told what shows
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static ReadModel open(Path folder, Map<String, Object> kafka, FeedCounters counters, Onlooker onlooker) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The index folder cannot be used: " + folder, e);
        }
        return new ReadModel(folder, kafka, counters, onlooker);
    }

    /** Whether it reads that topic at all. */
    public static boolean reads(String topic) {
        return TopicSource.TOPICS.contains(topic);
    }

    /** Everything of one tenant; there is no way to ask for more. */
    public TenantView tenant(String tenant) {
        return new TenantView(index, tenant);
    }

    /**
     * The address that failed sign-ins came from; empty when it never had to wait. Of no tenant, and for nobody's eyes.
     *
     * @throws dev.foyer.base.Unavailable while the index is being built
     */
    public Optional<SourceEntry> signInSource(String address) {
        return new TenantSearch(index, SourceEntry.NO_TENANT).byKey(Kind.SOURCE, address, SourceEntry.class);
    }

    /**
     * Whether that tenant came or went, as far as this gateway has heard; empty when nobody ever said so. Quick.
     *
     * @throws dev.foyer.base.Unavailable while the index is being built
     */
    public Optional<TenantEntry> standing(String tenant) {
        return index.ask(live -> live.tenant(tenant));
    }

    /** Whether it has read all that was in the topics when it was opened. */
    public boolean isCaughtUp() {
        return index.isCaughtUp();
    }

    /** Since when the broker has answered nothing; about half a second while it does. */
    public Duration brokerSilence() {
        return feed.silence();
    }

    /** Whether it reads, or can be expected to read on by itself. */
    public boolean isAlive() {
        return thread.isAlive() && !feed.isFailingForLong();
    }

    /** Blocks (a virtual thread) until searches show these records. @return whether they do, in time */
    public boolean passed(List<Position> positions, Duration atMost) {
        return progress.await(() -> progress.isPassed(positions) ? Optional.of(true) : Optional.empty(), atMost)
                .isPresent();
    }

    /**
     * Blocks (a virtual thread) until searches show all that another gateway can have shown of that topic when this was asked: the broker
     * is asked how far it is. For who carries no position along, and found nothing.
     *
     * @return whether they do, in time
     */
    public boolean reachesTheEnd(String topic, Duration atMost) {
        long began = System.nanoTime();
        try {
            List<Position> last = ends.of(progress.partitions(topic), atMost);
            return passed(last, atMost.minusNanos(System.nanoTime() - began));
        } catch (KafkaException _) {
            return false;
        }
    }

    /** Blocks (a virtual thread) until the question has an answer, or the time is over. */
    public <T> Optional<T> await(Supplier<Optional<T>> question, Duration atMost) {
        return progress.await(question, atMost);
    }

    @Override
    public void close() {
        feed.stop();
        ends.close();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
