package dev.foyer.gateway.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many come back at once, as after a restart of their gateway; the topics are Kafka's own consumer of memory. */
@Tag("F")
class MissedTest {

    private static final TopicPartition PARTITION = new TopicPartition("some.events", 0);
    /** In which nothing was said: an id is a place in each. */
    private static final TopicPartition QUIET = new TopicPartition("quiet.events", 0);

    private static final Layout LAYOUT = Layout.of(
            new TreeMap<>(Map.of("some.events", "id", "quiet.events", "other-id")), List.of(PARTITION, QUIET));
    private static final int MISSED = 5;

    /** What was said: each is an event of the tenant that its key names. */
    private final List<String> tenants = new ArrayList<>(Collections.nCopies(MISSED, "contoso.com"));

    /** The first that is young enough for whoever comes back. */
    private volatile long young;

    private final Semaphore reads = new Semaphore(0);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Map<String, Object>> configs = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch full = new CountDownLatch(Missed.AT_A_TIME);

    /** Counts those who were told thrice that they wait. */
    private final CountDownLatch waiting = new CountDownLatch(20 - Missed.AT_A_TIME);

    private final RecordReader reader =
            record -> Optional.of(new Said(new String(record.key(), UTF_8), "USER", "said", "" + record.offset()));

    private final Audience audience = new Audience(reader, 100);

    private final Streams streams = new Streams(
            "test",
            new StreamLimits(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofMinutes(1), 10, 50, 50),
            new StreamSource() {
                @Override
                public Subscription subscribe(String tenant, Predicate<Said> wanted) throws InterruptedException {
                    return audience.join(tenant, wanted, () -> {}, Duration.ZERO);
                }

                @Override
                public void unsubscribe(Subscription over) {
                    audience.leave(over);
                }

                @Override
                public Positions quiet(Subscription subscription) {
                    return audience.quiet(subscription);
                }
            },
            reader,
            new TopicReaders(Map.of(), config -> {
                configs.add(config);
                return new CountedConsumer();
            }),
            new SimpleMeterRegistry());

    private final List<Thread> threads = new ArrayList<>();

    /** Has all that was said, and reads when the test lets it. */
    private final class CountedConsumer extends MockConsumer<byte[], byte[]> {

        CountedConsumer() {
            super("none");
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            full.countDown();
        }

        @Override
        public void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            updateBeginningOffsets(Map.of(PARTITION, 0L, QUIET, 0L));
            updateEndOffsets(Map.of(PARTITION, (long) tenants.size(), QUIET, 0L));
            for (int offset = 0; offset < tenants.size(); offset++) {
                addRecord(new ConsumerRecord<>(
                        PARTITION.topic(), 0, offset, tenants.get(offset).getBytes(UTF_8), new byte[0]));
            }
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            Map<TopicPartition, OffsetAndTimestamp> first = new HashMap<>();
            first.put(PARTITION, new OffsetAndTimestamp(young, times.get(PARTITION)));
            first.put(QUIET, null);
            return first;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            reads.acquireUninterruptibly();
            return super.poll(timeout);
        }

        @Override
        public void close() {
            open.decrementAndGet();
            super.close();
        }

        @Override
        public void close(CloseOptions options) {
            open.decrementAndGet();
            super.close(options);
        }
    }

    private class Heard implements Streams.Receiver {
        final List<String> all = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger comments = new AtomicInteger();
        final CountDownLatch caughtUp = new CountDownLatch(1);

        @Override
        public void event(String id, String name, String json) {
            all.add(json);
        }

        @Override
        public void alive(String id) {
            if (comments.incrementAndGet() == 3) {
                waiting.countDown();
            }
            if (id.equals(end().id())) {
                caughtUp.countDown();
            }
        }
    }

    private static Positions at(long offset) {
        return LAYOUT.positions(Map.of(PARTITION, offset, QUIET, 0L));
    }

    private static Positions end() {
        return at(MISSED);
    }

    @BeforeEach
    void open() {
        audience.open(LAYOUT, MissedTest::end);
    }

    @AfterEach
    void stop() throws InterruptedException {
        streams.stop();
        reads.release(1_000_000);
        for (Thread each : threads) {
            assertTrue(each.join(Duration.ofSeconds(10)), "stopping ends every connection");
        }
    }

    private Heard comesBack(String tenant, Positions heardBefore) {
        Heard heard = new Heard();
        threads.add(Thread.startVirtualThread(
                () -> streams.connect(tenant, _ -> true).listen(heardBefore.id(), heard)));
        return heard;
    }

    private static void awaits(CountDownLatch latch, String what) throws InterruptedException {
        assertTrue(latch.await(10, TimeUnit.SECONDS), what);
    }

    @Test
    void fewReadAtATimeAndTheOthersKnowThatTheyWait() throws InterruptedException {
        List<Heard> all = IntStream.range(0, 20)
                .mapToObj(_ -> comesBack("contoso.com", at(0)))
                .toList();
        awaits(full, "so many read");
        awaits(waiting, "who waits is told again and again that the connection is alive");
        reads.release(1_000);
        for (Heard one : all) {
            awaits(one.caughtUp, "all hear all");
            assertEquals(List.of("0", "1", "2", "3", "4"), one.all);
        }
        assertEquals(Missed.AT_A_TIME, most.get());
        assertEquals(0, open.get());
    }

    @Test
    void whatOneClientReadsIsSmall() throws InterruptedException {
        reads.release(10);
        awaits(comesBack("contoso.com", at(3)).caughtUp, "all is heard");
        assertEquals(1 << 20, configs.getFirst().get(ConsumerConfig.FETCH_MAX_BYTES_CONFIG));
        assertEquals(1 << 18, configs.getFirst().get(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG));
    }

    @Test
    void whoMissedNothingReadsNothing() throws InterruptedException {
        awaits(comesBack("contoso.com", end()).caughtUp, "it listens");
        assertEquals(List.of(), configs);
    }

    @Test
    void whoWasAwayForLongerThanIsKeptIsToldSo() throws InterruptedException {
        reads.release(1_000);
        young = 3;
        Heard inTime = comesBack("contoso.com", at(3));
        Heard tooLate = comesBack("contoso.com", at(2));
        awaits(inTime.caughtUp, "all is heard");
        awaits(tooLate.caughtUp, "it goes on from now");
        assertEquals(List.of("3", "4"), inTime.all);
        assertEquals(List.of("{}"), tooLate.all, "a reset, and nothing of what it would have missed a part of");
    }

    /** Of a quiet tenant, or of one whose client takes its time: an event a turn at least, and none twice. */
    @Test
    void whoIsSlowIsToldTheRestInTurnsToCome() throws InterruptedException {
        reads.release(1_000);
        Heard slow = new Heard() {
            @Override
            public void event(String id, String name, String json) {
                super.event(id, name, json);
                long since = System.nanoTime();
                while (System.nanoTime() - since < 20_000_000) {
                    Thread.onSpinWait();
                }
            }
        };
        threads.add(Thread.startVirtualThread(
                () -> streams.connect("contoso.com", _ -> true).listen(at(0).id(), slow)));
        awaits(slow.caughtUp, "all is heard");
        assertEquals(List.of("0", "1", "2", "3", "4"), slow.all);
        assertTrue(configs.size() >= MISSED, "each event took as long as a turn, and there were " + configs.size());
    }
}
