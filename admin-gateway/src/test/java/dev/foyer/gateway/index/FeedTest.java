package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed on a real broker: it resumes, catches up, and builds the same again. */
class FeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static EmbeddedBroker broker;
    private static Events events;

    private static final class Counted implements FeedCounters {
        final AtomicInteger indexed = new AtomicInteger();
        final AtomicInteger skipped = new AtomicInteger();
        final AtomicInteger unreadable = new AtomicInteger();
        final AtomicLong behind = new AtomicLong(-1);

        @Override
        public void indexed() {
            indexed.incrementAndGet();
        }

        @Override
        public void skipped() {
            skipped.incrementAndGet();
        }

        @Override
        public void unreadable() {
            unreadable.incrementAndGet();
        }

        @Override
        public void behind(long records) {
            behind.set(records);
        }
    }

    @TempDir
    Path folder;

    private final Counted counted = new Counted();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
        events = new Events(broker.bootstrapServers());
        for (int i = 0; i < 50; i++) {
            String id = "early-" + i;
            events.provisioned("contoso.com", id, id + "@contoso.com", "Early " + i);
            events.enabled("contoso.com", id, String.valueOf(4_000_000 + i), "n-" + i);
        }
    }

    @AfterAll
    static void stop() {
        events.close();
        broker.close();
    }

    private ReadModel open() {
        ReadModel index = ReadModel.open(
                folder, Map.of("bootstrap.servers", broker.bootstrapServers()), counted, Onlooker.NOBODY);
        Awaitility.await().atMost(PATIENCE).until(index::isCaughtUp);
        return index;
    }

    private static List<UserEntry> everybody(ReadModel index) {
        List<UserEntry> all = new ArrayList<>();
        String cursor = null;
        do {
            ResultPage<UserEntry> page = index.tenant("contoso.com")
                    .users(new UserQuery("early", null, UserQuery.Order.USER_PRINCIPAL_NAME), 7, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void whatACommandWroteShowsOncePassed() {
        try (ReadModel index = open()) {
            Position position = events.provisioned("contoso.com", "new-1", "new1@contoso.com", "New One");
            assertTrue(index.passed(List.of(position), PATIENCE));
            assertTrue(index.tenant("contoso.com").user("new-1").isPresent());
            assertFalse(index.passed(
                    List.of(new Position(position.topic(), position.partition(), position.offset() + 1_000)),
                    Duration.ofMillis(50)));
        }
    }

    @Test
    void itResumesWhereItStood() {
        try (ReadModel index = open()) {
            assertEquals(50, everybody(index).size());
        }
        int read = counted.indexed.get();
        assertTrue(read >= 100);
        Position position = events.provisioned("contoso.com", "meanwhile", "meanwhile@contoso.com", "Mean While");
        try (ReadModel index = open()) {
            assertTrue(index.passed(List.of(position), PATIENCE));
            assertEquals(50, everybody(index).size());
        }
        assertTrue(counted.indexed.get() - read < 20, "it read everything again");
    }

    @Test
    void aDeletedIndexIsBuiltTheSameAgain() throws IOException {
        List<UserEntry> before;
        try (ReadModel index = open()) {
            before = everybody(index);
        }
        deleteFiles();
        try (ReadModel index = open()) {
            assertEquals(before, everybody(index));
        }
    }

    @Test
    @Tag("case-L5")
    void anIndexDeletedWhileItIsUsedIsBuiltTheSameAgain() throws IOException {
        try (ReadModel index = open()) {
            List<UserEntry> before = everybody(index);
            deleteFiles();
            Files.delete(folder);
            Position position = events.provisioned("contoso.com", "deleted", "deleted@contoso.com", "De Leted");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> index.tenant("contoso.com").user("deleted").isPresent()
                            && Files.isDirectory(folder)
                            && everybody(index).equals(before));
            assertTrue(index.passed(List.of(position), PATIENCE));
            assertTrue(index.isAlive());
        }
    }

    @Test
    void aBrokenIndexIsBuiltAgain() throws IOException {
        try (ReadModel index = open()) {
            assertEquals(50, everybody(index).size());
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(one -> !one.endsWith("write.lock")).toList()) {
                Files.writeString(file, "broken");
            }
        }
        try (ReadModel index = open()) {
            assertEquals(50, everybody(index).size());
        }
    }

    @Test
    @Tag("case-T3")
    void whatCannotBeReadIsCountedAndStopsNobody() {
        try (ReadModel index = open()) {
            events.send(new ProducerRecord<>("pin.events", 0, "key".getBytes(), "no event".getBytes()));
            ProducerRecord<byte[], byte[]> odd = Events.record(
                    "pin.events", "foyer.pin.UserRemoved.v1", 1, Map.of("tenant", "contoso.com", "userId", "odd"));
            odd.headers().remove("ce_sequence").add("ce_sequence", null);
            events.send(odd);
            events.send("pin.events", "foyer.pin.UserPainted.v1", Map.of("tenant", "contoso.com", "userId", "u"));
            events.send(
                    "pin.events",
                    "foyer.pin.UserEnabled.v1",
                    Map.of("tenant", "contoso.com", "userId", "u", "pinSetAt", "yesterday"));
            Position good = events.provisioned("contoso.com", "good", "good@contoso.com", "Good");
            assertTrue(index.passed(List.of(good), PATIENCE));
            Awaitility.await().atMost(PATIENCE).until(() -> counted.unreadable.get() >= 2);
            Awaitility.await().atMost(PATIENCE).until(() -> counted.skipped.get() >= 1);
            assertTrue(index.isAlive());
        }
    }

    /** What a reader that trusts its topics would take, and fail on later: when it writes the index, or shows it. */
    @Test
    @Tag("case-T3")
    @Tag("case-T4")
    void norDoesWhatLooksLikeAnEventOfOurs() {
        try (ReadModel index = open()) {
            int before = counted.unreadable.get();
            String tenant = "odd.example";
            events.send("tenant.settings", "foyer.pin.TenantSettingsChanged.v1", Map.of("tenant", tenant));
            events.send(
                    "tenant.settings", "foyer.pin.TenantSettingsChanged.v1", Map.of("tenant", tenant, "settings", 5));
            events.send(
                    "meeting.events",
                    "foyer.meeting.CallerWaiting.v1",
                    Map.of("tenant", tenant, "conferenceId", "4711007"));
            events.send(
                    "meeting.events",
                    "foyer.meeting.CallerWaiting.v1",
                    Map.of("tenant", tenant, "conferenceId", "4711007", "callId", "c"));
            events.send(
                    "meeting.events",
                    "foyer.meeting.ParticipantJoined.v1",
                    Map.of("tenant", tenant, "conferenceId", "4711007", "at", "2026-11-22T10:15:30Z"));
            events.send("pin.events", "foyer.pin.PinLocked.v1", Map.of("tenant", tenant, "userId", "u"));
            events.provisioned(tenant, "u", "u@odd.example", "U");
            events.send(
                    "pin.events",
                    "foyer.pin.UserEnabled.v1",
                    Map.of("tenant", tenant, "userId", "u", "conferenceId", "4711007"));
            events.send(
                    "pin.events",
                    "foyer.pin.UserEnabled.v1",
                    Map.of(
                            "tenant", tenant,
                            "userId", "u",
                            "conferenceId", "4711007",
                            "pinSetAt", "+1000000000-12-31T23:59:59.999999999Z",
                            "notificationId", "n-odd"));
            Position good = events.provisioned(tenant, "v", "v@odd.example", "V");
            assertTrue(index.passed(List.of(good), PATIENCE));
            Awaitility.await().atMost(PATIENCE).until(() -> counted.unreadable.get() >= before + 6);
            TenantView view = index.tenant(tenant);
            assertTrue(view.settings().isEmpty());
            assertEquals(
                    2,
                    view.users(new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME), 10, null)
                            .total());
            assertTrue(index.isAlive());
            assertTrue(index.isCaughtUp());
        }
    }

    /** Once as what holds, once as what happened; the second has no user and no slash in its key. */
    @Test
    void changedSettingsComeTwiceAndAreReadOnce() {
        try (ReadModel index = open()) {
            int unreadable = counted.unreadable.get();
            Map<String, Object> newer = settings(8);
            Position compacted = events.send("tenant.settings", "foyer.pin.TenantSettingsChanged.v1", newer);
            Position older = events.send("pin.events", "foyer.pin.TenantSettingsChanged.v1", settings(6));
            Position good = events.provisioned("contoso.com", "after-settings", "after@contoso.com", "After");
            assertTrue(index.passed(List.of(compacted, older, good), PATIENCE));
            TenantView view = index.tenant("contoso.com");
            assertEquals(
                    8,
                    view.settings().orElseThrow().settings().path("pinLength").asInt());
            assertTrue(view.user("after-settings").isPresent());
            assertEquals(unreadable, counted.unreadable.get());
        }
    }

    private static Map<String, Object> settings(int pinLength) {
        return Map.of("tenant", "contoso.com", "settings", Map.of("pinLength", pinLength), "changes", List.of());
    }

    private void deleteFiles() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
