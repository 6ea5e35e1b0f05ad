package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.testing.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much goes together, and how much at once: counted, not timed. */
class GatheringTest {

    private static final CommandMeta META = new CommandMeta("c", "r", new Actor("a", "role", null));
    /** More senders than bodies in any test. */
    private static final int SENDERS = 20;

    private final Gathering gathering = new Gathering();
    /** What was taken and is under way. */
    private final Queue<List<RoutedRequest<?>>> taken = new ConcurrentLinkedQueue<>();

    private final List<Thread> senders = new ArrayList<>();

    @AfterEach
    void stop() {
        senders.forEach(Thread::interrupt);
    }

    @Test
    @Tag("case-L14")
    void smallBodiesAreFewAndWhatComesMeanwhileGoesTogether() {
        startSenders();
        for (int i = 0; i < Gathering.FEW; i++) {
            int before = i;
            gathering.add(requests(1, 100));
            await().until(() -> taken.size() == before + 1);
        }
        gathering.add(requests(10, 100));
        gathering.add(requests(10, 100));
        assertTrue(taken.stream().allMatch(body -> body.size() == 1), "no fourth one yet");
        gathering.sent();
        await().until(() -> taken.size() == Gathering.FEW + 1);
        assertEquals(20, List.copyOf(taken).getLast().size());
    }

    /** Otherwise most of a thousand commands wait for the answers to a hundred. */
    @Test
    @Tag("case-L14")
    void fullBodiesGoAtOnceHoweverManyAreUnderWay() {
        startSenders();
        gathering.add(requests(1_000, 500));
        int bodies = 1_000 * 501 / Gathering.BODY_BYTES;
        await().until(() -> taken.size() >= bodies);
        assertTrue(taken.stream().limit(bodies).allMatch(body -> body.size() >= 100), "they are full");
        int under = taken.stream().mapToInt(List::size).sum();
        assertTrue(under > 900, under + " of 1000 are under way");
    }

    @Test
    void aBodyIsNoLargerThanServicesTake() throws Exception {
        gathering.add(requests(300, 700));
        List<RawJson> asks =
                gathering.take().stream().map(RoutedRequest::forwarded).toList();
        int length = Protocol.write(Long.MAX_VALUE, asks).length;
        assertTrue(length > Gathering.BODY_BYTES - 1_000 && length < 64 * 1024, length + " bytes");
    }

    @Test
    void oneThatIsTooLargeGoesAlone() throws Exception {
        gathering.add(requests(2, 100));
        gathering.add(requests(1, 70_000));
        gathering.add(requests(1, 100));
        assertEquals(2, gathering.take().size());
        assertEquals(1, gathering.take().size());
        assertEquals(1, gathering.take().size());
    }

    @Test
    void whatNobodyWaitsForIsNotSent() throws Exception {
        List<RoutedRequest<?>> requests = requests(3, 100);
        requests.get(0).timeOut();
        requests.get(2).timeOut();
        gathering.add(requests.subList(0, 1));
        gathering.add(requests.subList(1, 3));
        assertEquals(List.of(requests.get(1)), gathering.take());
    }

    @Test
    void whatHasNoTimeLeftIsNotTriedOnceMore() throws Exception {
        RoutedRequest<?> late = request(100, System.nanoTime());
        RoutedRequest<?> inTime = requests(1, 100).getFirst();
        gathering.add(List.of(late, inTime));
        assertEquals(List.of(inTime), gathering.take());
    }

    @Test
    void aReadByTheOwnersSideIsTheSameAsWhenItWasWrittenAsOne() {
        var ask = new ForwardedRequest.Submit("user", "f", "t/ü", new RawJson("{\"a\":\"é\"}".getBytes(UTF_8)), META);
        var read = new ForwardedRequest.Read("user", "f", "t/u");
        byte[] asOne = Protocol.write(new Protocol.Request(Protocol.HOPS, 5, List.of(ask, read)));
        byte[] each = Protocol.write(5, List.of(Protocol.write(ask), Protocol.write(read)));
        assertEquals(new String(asOne, UTF_8), new String(each, UTF_8));
    }

    private void startSenders() {
        for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.ofVirtual().start(() -> {
                try {
                    taken.add(gathering.take());
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    /** @param bytes of each, as it goes over the wire */
    private static List<RoutedRequest<?>> requests(int count, int bytes) {
        long deadline = System.nanoTime() + Patience.PATIENCE.toNanos();
        return IntStream.range(0, count)
                .<RoutedRequest<?>>mapToObj(i -> request(bytes, deadline))
                .toList();
    }

    private static RoutedRequest<?> request(int bytes, long deadline) {
        int envelope = Protocol.write(new ForwardedRequest.Read("", "f", "i")).bytes().length;
        var request = new RoutedRequest<>(
                () -> CompletableFuture.failedFuture(new Unavailable(Reason.MOVED, "Elsewhere.")),
                () -> new ForwardedRequest.Read("t".repeat(bytes - envelope), "f", "i"),
                outcome -> outcome,
                forwarded -> {},
                deadline,
                new Unavailable(Reason.RECOVERING, "Late."));
        request.tryLocally();
        return request;
    }
}
