package dev.foyer.gateway.index;

import static dev.foyer.gateway.index.Fixtures.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published shows at once, whether Lucene has written it or not. */
@Tag("case-R12")
class LiveIndexTest {

    private static final UserQuery EVERYBODY = new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME);

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Fixtures index = new Fixtures();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void whatIsAskedByIdOrNameNeedsNoRefresh() {
        index.user("Amos Marble", "amos@contoso.com").enabled("amos", "4711007");
        index.given(event("foyer.pin.PinRejected.v1", 9, """
                {"tenant": "contoso.com", "userId": "amos", "failedAttempts": 3}"""));
        UserEntry byName = index.contoso().user("AMOS@contoso.com").orElseThrow();
        assertEquals(3, byName.conferencing().failedAttempts());
        assertEquals(byName, index.contoso().user("amos").orElseThrow());
        assertEquals(0, index.live().refreshCount());
    }

    @Test
    void aSearchSeesAllThatWasPublishedBeforeIt() {
        for (int i = 0; i < 20; i++) {
            index.user("User " + i, "u" + i + "@contoso.com");
            assertEquals(i + 1, index.contoso().users(EVERYBODY, 5, null).total());
            assertEquals(1, index.contoso().history("u" + i, 5, null).total());
        }
        assertTrue(index.live().refreshCount() >= 20);
        long before = index.live().refreshCount();
        index.contoso().users(EVERYBODY, 5, null);
        assertEquals(before, index.live().refreshCount(), "nothing changed, nothing to refresh");
    }

    @Test
    void anOldNameIsForgottenAtOnce() {
        index.user("Amos", "amos@contoso.com");
        index.contoso().users(EVERYBODY, 5, null);
        index.given(event("foyer.pin.UserProvisioned.v1", 5, """
                {"tenant": "contoso.com", "userId": "amos", "userPrincipalName": "moss@contoso.com"}"""));
        assertTrue(index.contoso().user("amos@contoso.com").isEmpty());
        assertTrue(index.contoso().user("moss@contoso.com").isPresent());
        index.given(event("foyer.pin.UserRemoved.v1", 6, "{\"tenant\": \"contoso.com\", \"userId\": \"amos\"}"));
        assertTrue(index.contoso().user("moss@contoso.com").isEmpty());
        assertTrue(index.contoso().user("amos").isEmpty());
        assertTrue(index.fabrikam().user("moss@contoso.com").isEmpty());
    }

    @Test
    void aNameOfTwoUsersIsOneOfTwoAlsoHalfWritten() {
        index.user("contoso.com", "u-1", "Vera One", "vera@contoso.com");
        index.contoso().users(EVERYBODY, 5, null);
        index.user("contoso.com", "u-2", "Vera Two", "Vera@contoso.com");
        assertThrows(AmbiguousName.class, () -> index.contoso().user("vera@contoso.com"));
    }

    @Test
    void aCallIsFoundBeforeAnythingIsWritten() {
        index.given(event("foyer.meeting.CallerWaiting.v1", 1, """
                {"tenant": "contoso.com", "conferenceId": "4711007", "callId": "call-1",
                 "since": "2026-11-26T10:00:00Z"}"""));
        assertEquals(
                "4711007", index.contoso().meetingOfCall("call-1").orElseThrow().conferenceId());
        assertTrue(index.fabrikam().meetingOfCall("call-1").isEmpty());
        assertEquals(0, index.live().refreshCount());
    }

    @Test
    void aMailShowsWithItsPinUntilTheLedgerKnowsBetter() {
        index.user("Amos", "amos@contoso.com");
        PublicEvent reset = event("foyer.pin.PinReset.v1", 5, """
                {"tenant": "contoso.com", "userId": "amos", "notificationId": "n-1", "mail": "HELD",
                 "pinSetAt": "2026-11-26T10:00:00Z"}""");
        index.given(reset);
        NotificationEntry planned = index.contoso().notification("n-1").orElseThrow();
        assertEquals("PIN_RESET HELD", planned.kind() + " " + planned.status());
        assertNull(planned.to(), "it may go to another address than the user's, and the event does not say");
        assertFalse(planned.taken());
        index.given(event("foyer.notification.NotificationDiscarded.v1", 2, """
                {"tenant": "contoso.com", "userId": "amos", "notificationId": "n-1", "status": "DISCARDED"}"""));
        index.given(reset);
        NotificationEntry taken = index.contoso().notification("n-1").orElseThrow();
        assertEquals("DISCARDED", taken.status());
        assertTrue(taken.taken());
    }

    /** Against a map that always knows: random changes of names, removals and refreshes at random moments. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itAlwaysKnowsWhatAMapKnows(long seed) {
        Random random = new Random(seed);
        Map<String, String> names = new TreeMap<>();
        for (int step = 1; step <= 400; step++) {
            String id = "u-" + random.nextInt(12);
            String name = "n" + random.nextInt(8) + "@contoso.com";
            if (random.nextInt(5) == 0) {
                index.given(event("foyer.pin.UserRemoved.v1", step, """
                        {"tenant": "contoso.com", "userId": "%s"}""".formatted(id)));
                names.remove(id);
            } else {
                index.given(event("foyer.pin.UserProvisioned.v1", step, """
                        {"tenant": "contoso.com", "userId": "%s", "userPrincipalName": "%s"}""".formatted(id, name)));
                names.put(id, name);
            }
            assertEquals(
                    Optional.ofNullable(names.get(id)),
                    index.contoso().user(id).map(UserEntry::userPrincipalName),
                    "seed " + seed + " step " + step);
            assertEquals(holders(names, name), holdersShown(name), "seed " + seed + " step " + step);
            if (random.nextInt(10) == 0) {
                assertEquals(
                        names.size(), index.contoso().users(EVERYBODY, 5, null).total());
            }
        }
    }

    private static int holders(Map<String, String> names, String name) {
        return Math.min(2, (int) names.values().stream().filter(name::equals).count());
    }

    private int holdersShown(String name) {
        try {
            return index.contoso().user(name).isPresent() ? 1 : 0;
        } catch (AmbiguousName _) {
            return 2;
        }
    }

    /** Read again after a crash: once more in the topics, still once in the history. */
    @Test
    void anEventThatIsReadAgainIsRememberedOnce() throws IOException {
        PublicEvent provisioned = event("foyer.pin.UserProvisioned.v1", 1, """
                {"tenant": "contoso.com", "userId": "amos", "displayName": "Amos"}""");
        index.given(provisioned);
        index.live().finish();
        index.close();
        try (LiveIndex again = new LiveIndex(Store.open(index.directory, "cluster-1"))) {
            assertTrue(again.mayHoldMore());
            IndexHolder holder = new IndexHolder();
            holder.opened(again);
            holder.caughtUp();
            IndexBatch batch = new IndexBatch(again, true);
            batch.add(provisioned);
            again.publish(batch.folded(Fixtures.POSITIONS));
            ResultPage<HistoryEntry> history = new TenantView(holder, "contoso.com").history("amos", 5, null);
            assertEquals(1, history.total());
            assertFalse(
                    history.items().getFirst().changes().isEmpty(),
                    "what it changed can be told only the first time, and stays told");
        }
    }

    /** While masses are read in nobody waits for the end of it. */
    @Test
    void whoSearchesWhileTheIndexIsWrittenForLongIsTold() throws IOException {
        CountDownLatch written = new CountDownLatch(1);
        class Slow extends FilterDirectory {
            Slow() {
                super(new ByteBuffersDirectory());
            }

            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                try {
                    written.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException(e.getMessage());
                }
                return super.createOutput(name, context);
            }
        }
        try (LiveIndex live = new LiveIndex(Store.open(new Slow(), "cluster-1"))) {
            IndexBatch batch = new IndexBatch(live, false);
            batch.add(event("foyer.pin.UserProvisioned.v1", 1, """
                    {"tenant": "contoso.com", "userId": "amos", "displayName": "Amos"}"""));
            live.publish(batch.folded(Fixtures.POSITIONS));
            assertFalse(live.refreshed(Duration.ofMillis(1)));
            written.countDown();
            assertTrue(live.refreshed(LONG));
        } finally {
            written.countDown();
        }
    }

    @Test
    void whoSearchesLearnsThatNothingCanBeWrittenAnyMore() throws IOException {
        class Full extends FilterDirectory {
            private volatile boolean full;

            Full() {
                super(new ByteBuffersDirectory());
            }

            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (full) {
                    throw new IOException("No space left on device");
                }
                return super.createOutput(name, context);
            }
        }
        Full directory = new Full();
        List<Throwable> learned = new ArrayList<>();
        try (LiveIndex live = new LiveIndex(Store.open(directory, "cluster-1"))) {
            directory.full = true;
            IndexBatch batch = new IndexBatch(live, false);
            batch.add(event("foyer.pin.UserProvisioned.v1", 1, """
                    {"tenant": "contoso.com", "userId": "amos", "displayName": "Amos"}"""));
            live.publish(batch.folded(Fixtures.POSITIONS));
            learned.add(assertThrows(IOException.class, () -> live.refreshed(LONG)));
            learned.add(assertThrows(IOException.class, () -> live.publish(batch.folded(Fixtures.POSITIONS))));
        }
        assertTrue(learned.stream().allMatch(one -> one.getMessage().contains("No space left")), learned.toString());
    }
}
