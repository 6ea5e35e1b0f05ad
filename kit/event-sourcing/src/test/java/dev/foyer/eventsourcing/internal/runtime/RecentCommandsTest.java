package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.RepeatableId;
import dev.foyer.base.Roles;
import dev.foyer.base.events.InboundId;
import dev.foyer.eventsourcing.internal.runtime.StoredAnswer.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecentCommandsTest {

    /** As the rules say it, not as the code does. */
    private static final long DAY = 24 * 60 * 60 * 1000L;

    private static final long NOW = 1_764_200_000_000L;
    private static final String KEY = RepeatableId.of("administrator");

    @Test
    void remembersTheLastOnesAndForgetsTheOldest() {
        RecentCommands recent = RecentCommands.NONE;
        for (int i = 0; i <= RecentCommands.LIMIT; i++) {
            recent = recent.plus(answer("c" + i));
        }
        assertTrue(recent.find("c0").isEmpty());
        assertTrue(recent.find("c1").isPresent());
        assertTrue(recent.find("c" + RecentCommands.LIMIT).isPresent());
        assertEquals(RecentCommands.LIMIT, recent.answers().length);
    }

    /** Whatever else happens to the aggregate, in whatever number. */
    @Test
    @Tag("case-L8")
    void nobodyPushesOutAnAdministratorsKey() {
        RecentCommands recent = RecentCommands.NONE.plus(answer(KEY, Roles.ADMIN, NOW));
        for (int i = 0; i < 1_000; i++) {
            recent = recent.plus(answer("guess" + i, Roles.BRIDGE, NOW + i))
                    .plus(answer(RepeatableId.of("guess" + i), Roles.BRIDGE, NOW + i))
                    .plus(answer("timer" + i, Roles.SERVICE, NOW + i))
                    .plus(answer(inbound("r" + i, i)));
        }
        assertTrue(recent.answerTo(KEY, NOW + 2_000).isPresent());
        assertEquals(1 + 3 * RecentCommands.LIMIT, recent.answers().length);
    }

    /** What is known of a topic, and what a forwarder may repeat, is not the callers' to push out either. */
    @Test
    @Tag("case-L8")
    void callersPushOutNothingButCallers() {
        String record = inbound("a", 7);
        RecentCommands recent =
                RecentCommands.NONE.plus(answer(record)).plus(answer("without a key", Roles.HELPDESK, NOW));
        for (int i = 0; i < 100; i++) {
            recent = recent.plus(answer("guess" + i, i % 2 == 0 ? Roles.BRIDGE : Roles.CLIENT_APP, NOW));
        }
        assertTrue(recent.answerTo(record, NOW).isPresent());
        assertTrue(recent.answerTo("without a key", NOW).isPresent());
        assertTrue(recent.answerTo("guess67", NOW).isEmpty());
        assertTrue(recent.answerTo("guess68", NOW).isPresent());
    }

    @Test
    @Tag("case-L8")
    void aKeyIsRememberedForADay() {
        RecentCommands recent = RecentCommands.NONE.plus(answer(KEY, Roles.ADMIN, NOW));
        assertTrue(recent.answerTo(KEY, NOW + DAY - 1).isPresent());
        assertTrue(recent.answerTo(KEY, NOW + DAY).isEmpty());
        RecentCommands later = recent.plus(answer(KEY, Roles.ADMIN, NOW + DAY));
        assertEquals(1, later.answers().length, "The one of yesterday is gone");
        assertTrue(later.answerTo(KEY, NOW + DAY + 1).isPresent());
    }

    @Test
    @Tag("case-L8")
    void moreKeysThanTheLimitAreOneTooManyUntilTheFirstIsADayOld() {
        RecentCommands recent = RecentCommands.NONE;
        for (int i = 0; i < 256; i++) {
            assertFalse(recent.isFull(NOW + i));
            recent = recent.plus(answer(RepeatableId.of("k" + i), Roles.ADMIN, NOW + i));
        }
        assertTrue(recent.isFull(NOW + 1_000));
        assertFalse(recent.isFull(NOW + DAY));
        for (int i = 0; i < 256; i++) {
            assertTrue(recent.answerTo(RepeatableId.of("k" + i), NOW + 1_000).isPresent());
        }
    }

    /** Otherwise the aggregate would be too large for its snapshot. */
    @Test
    void fewerKeysWithLongAnswersAreTooManyToo() {
        byte[] settings = new byte[RecentCommands.MOST_KEY_BYTES / 2];
        RecentCommands recent = RecentCommands.NONE
                .plus(new StoredAnswer(RepeatableId.of("a"), "Settings", settings, Kind.KEY, NOW))
                .plus(new StoredAnswer(RepeatableId.of("b"), "Settings", settings, Kind.KEY, NOW));
        assertTrue(recent.isFull(NOW));
    }

    /** A function of the journal: the same answers in the same order are the same memory, whoever folds them. */
    @Test
    void whatIsRememberedIsBoundedWhateverComes() {
        Random random = new Random(20_261_126);
        List<String> roles = List.of(Roles.ADMIN, Roles.HELPDESK, Roles.BRIDGE, Roles.SERVICE, "directory");
        RecentCommands recent = RecentCommands.NONE;
        long now = NOW;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(1_000_000);
            String id =
                    random.nextBoolean() ? RepeatableId.of("k" + i) : random.nextBoolean() ? "c" + i : inbound("r", i);
            StoredAnswer next = answer(id, roles.get(random.nextInt(roles.size())), now);
            if (next.kind() != Kind.KEY || !recent.isFull(now)) {
                recent = recent.plus(next);
                assertTrue(recent.answerTo(id, now).isPresent());
            }
            assertTrue(recent.answers().length <= 256 + 3 * RecentCommands.LIMIT);
            assertEquals(recent.answers().length, recent.hashes().length);
        }
    }

    /** A service that reacts to what an administrator did acts under an id that begins like the administrator's. */
    @Test
    void onlyPeopleHaveKeys() {
        assertEquals(Kind.KEY, Kind.of(KEY, Roles.ADMIN));
        assertEquals(Kind.KEY, Kind.of(KEY + "/choice/1", Roles.ADMIN));
        assertEquals(Kind.CALLER, Kind.of(KEY, Roles.BRIDGE));
        assertEquals(Kind.OTHER, Kind.of(KEY + "/0", Roles.SERVICE));
        assertEquals(Kind.TOPIC, Kind.of(inbound("key-1", 1), "directory"));
    }

    @Test
    void whatIsReadAgainFromATopicWasAnsweredEvenIfItLeftNoTrace() {
        RecentCommands recent =
                RecentCommands.NONE.plus(answer(inbound("b", 8))).plus(answer("by the API"));
        assertTrue(recent.answerTo(inbound("a", 7), NOW).isPresent());
        assertTrue(recent.answerTo(inbound("b", 8), NOW).isPresent());
        assertTrue(recent.answerTo(inbound("c", 9), NOW).isEmpty());
        assertTrue(recent.answerTo("another by the API", NOW).isEmpty());
    }

    @Test
    void whatItsSenderSendsAgainIsTheSameRequestAtAnotherPlace() {
        RecentCommands recent =
                RecentCommands.NONE.plus(answer(inbound("a", 7))).plus(answer(inbound("b", 8)));
        assertEquals(
                inbound("a", 7),
                recent.answerTo(inbound("a", 9), NOW).orElseThrow().commandId());
    }

    /** Some requests take several commands of one aggregate; the first ones must not answer for the last. */
    @Test
    void aStepOnTheWayIsNotTheRequest() {
        RecentCommands recent = RecentCommands.NONE.plus(answer(inbound("a", 7) + "/first-step"));
        assertTrue(recent.answerTo(inbound("a", 7), NOW).isEmpty());
        assertTrue(recent.answerTo(inbound("a", 7) + "/first-step", NOW).isPresent());
    }

    private static String inbound(String requestId, long number) {
        return new InboundId(requestId, "in.contoso.com.directory-0", number, 1_000 + number).toString();
    }

    private static StoredAnswer answer(String commandId) {
        return answer(commandId, Roles.SERVICE, NOW);
    }

    private static StoredAnswer answer(String commandId, String role, long at) {
        return new StoredAnswer(commandId, "Done", new byte[0], Kind.of(commandId, role), at);
    }
}
