package dev.foyer.gateway.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What connections may cost, and who hears what; without a broker, for nobody has missed anything. */
class StreamsTest {

    private static final TopicPartition PARTITION = new TopicPartition("some.events", 0);
    private static final Layout LAYOUT = Layout.of(new TreeMap<>(Map.of("some.events", "id")), List.of(PARTITION));

    /** What happens stands in the record. */
    private final Audience audience = new Audience(
            record -> Optional.of(new Said(
                    Headers.text(record, Headers.TENANT),
                    new String(record.key()),
                    "said",
                    new String(record.value()))),
            10);

    private final StreamSource source = new StreamSource() {
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
    };

    private final Streams streams = new Streams(
            "test",
            new StreamLimits(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofMinutes(1), 10, 3, 2),
            source,
            _ -> Optional.empty(),
            new TopicReaders(Map.of()),
            new SimpleMeterRegistry());

    private final List<Thread> threads = new ArrayList<>();
    private long offset;

    @BeforeEach
    void open() {
        audience.open(LAYOUT, () -> LAYOUT.positions(Map.of(PARTITION, 0L)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        streams.stop();
        for (Thread each : threads) {
            assertTrue(each.join(Duration.ofSeconds(10)), "stopping ends every connection");
        }
    }

    private static final class Heard implements Streams.Receiver {
        final List<String> all = new ArrayList<>();
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch more;

        Heard(int count) {
            more = new CountDownLatch(count);
        }

        @Override
        public void event(String id, String name, String json) {
            all.add(json);
            more.countDown();
        }

        @Override
        public void alive(String id) {
            begun.countDown();
        }
    }

    private Heard listen(String tenant, Predicate<Said> wanted, int count) throws InterruptedException {
        Heard heard = new Heard(count);
        threads.add(
                Thread.startVirtualThread(() -> streams.connect(tenant, wanted).listen(null, heard)));
        assertTrue(heard.begun.await(10, TimeUnit.SECONDS));
        return heard;
    }

    private void happens(String tenant, String subject, String what) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Headers.TENANT, tenant.getBytes());
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset++,
                0L,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                subject.getBytes(),
                what.getBytes(),
                headers,
                Optional.empty());
        audience.tell(List.of(record), Map.of(PARTITION, offset));
    }

    @Test
    void eachHearsWhatIsOfItsTenantAndWanted() throws InterruptedException {
        Heard all = listen("contoso.com", _ -> true, 2);
        Heard users = listen("contoso.com", said -> said.subject().equals("USER"), 1);
        Heard others = listen("fabrikam.com", _ -> true, 1);
        happens("contoso.com", "USER", "one");
        happens("contoso.com", "SCAN", "two");
        happens("northwind.com", "USER", "three");
        happens("fabrikam.com", "USER", "four");
        for (Heard each : List.of(all, users, others)) {
            assertTrue(each.more.await(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of("one", "two"), all.all);
        assertEquals(List.of("one"), users.all);
        assertEquals(List.of("four"), others.all);
    }

    @Test
    void aTenantHasSoManyConnectionsAndTheGatewayToo() throws InterruptedException {
        listen("contoso.com", _ -> true, 1);
        listen("contoso.com", _ -> true, 1);
        assertEquals(429, refused("contoso.com"));
        listen("fabrikam.com", _ -> true, 1);
        assertEquals(503, refused("fabrikam.com"));
    }

    private int refused(String tenant) {
        return assertThrows(ProblemException.class, () -> streams.connect(tenant, _ -> true))
                .problem()
                .status();
    }

    /** Its next event is not the one after its last: it comes back and asks. */
    @Test
    void whoCannotBeToldOnIsCutOff() throws InterruptedException, IOException {
        listen("contoso.com", _ -> true, 1);
        audience.end();
        assertTrue(threads.getFirst().join(Duration.ofSeconds(10)));
        assertEquals(503, refused("contoso.com"));
    }
}
