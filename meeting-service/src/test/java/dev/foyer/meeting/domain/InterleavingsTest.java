package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admit;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.meeting.domain.MeetingAnswer.Joined;
import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.EndAtTimeLimit;
import dev.foyer.meeting.domain.MeetingCommand.EndMeeting;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.journal.MeetingJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random interleavings of callers, organizers, apps and directories. The seed is in the test's name and the failure. */
class InterleavingsTest {

    private static final int RUNS = 300;
    private static final int STEPS = 200;

    private final MeetingDecider decider = new MeetingDecider();
    private final TimeLimits timer = new TimeLimits();
    private final JournalFormat<MeetingEvent> journal = MeetingJournal.events();
    private final List<String> log = new ArrayList<>();
    private Meeting live = decider.initial();
    private Meeting replayed = decider.initial();
    /** Legs that wait, and legs that were told to join, as the bridge knows them from answers and public events. */
    private final Set<String> waiting = new HashSet<>();

    private final Set<String> joined = new HashSet<>();
    private boolean running;
    private boolean manual;
    private boolean alerted;
    private LobbyRule rule = LobbyRule.DEFAULT;
    private Instant now = NOW;

    /** {@code -Dfoyer.seed=...} repeats one run. */
    static LongStream seeds() {
        Long given = Long.getLong("foyer.seed");
        return given == null ? new Random().longs(RUNS) : LongStream.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Tag("E2")
    @Tag("E3")
    @Tag("E5")
    @Tag("E6")
    void noCallerJoinsBeforeAdmissionAndEachLegIsAdmittedOnce(long seed) {
        log.add("seed " + seed);
        RandomGenerator random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(random.nextInt(20) == 0 ? random.nextInt(100_000) : 1);
            Optional<Instant> due = timer.due(live);
            if (due.filter(time -> !time.isAfter(now)).isPresent() && random.nextBoolean()) {
                decide(timer.command(live));
                assertNotEquals(due, timer.due(live), () -> story("woken for nothing"));
            }
            if (random.nextInt(30) == 0) {
                rule = new LobbyRule(
                        random.nextBoolean() ? Admission.MANUAL : Admission.AUTOMATIC,
                        1 + random.nextInt(12),
                        random.nextBoolean() ? 1 + random.nextInt(3) : null,
                        Announcements.DEFAULT,
                        new TenantRoom(random.nextInt(4), 3));
            }
            decide(command(random, now));
            assertEquals(live, replayed, () -> story("the folded journal is another state"));
            assertTrue(!running || manual || waiting.isEmpty(), () -> story("waits although the meeting runs"));
            assertCounts();
        }
    }

    /** What the bridge knows is who is there, in the lobby and inside. */
    private void assertCounts() {
        Set<String> lobby = new HashSet<>();
        Set<String> inside = new HashSet<>();
        switch (live) {
            case Meeting.Waiting it -> lobby.addAll(it.lobby().callIds());
            case Meeting.Running it -> {
                lobby.addAll(it.lobby().callIds());
                inside.addAll(it.attendance().callers());
            }
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> {}
        }
        assertEquals(waiting, lobby, () -> story("others wait"));
        assertEquals(joined, inside, () -> story("others are inside"));
    }

    private void decide(MeetingCommand command) {
        log.add(now + " C " + command);
        switch (decider.decide(live, command, new MeetingContext(now, tenant -> rule))) {
            case Decision.Refused<MeetingEvent, MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                log.add("R " + reason);
            case Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer> it -> {
                it.events().forEach(event -> happened(event));
                if (command instanceof DialIn dial && it.answer() instanceof Joined) {
                    assertTrue(joined.contains(dial.call().id()), () -> story("told to join unadmitted"));
                }
            }
        }
    }

    private void happened(MeetingEvent event) {
        log.add("E " + event);
        live = decider.evolve(live, event);
        replayed = decider.evolve(replayed, journal.read(journal.typeOf(event), journal.write(event)));
        switch (event) {
            case MeetingEvent.CallerWaiting e -> {
                assertTrue(!running || manual, () -> story("to the lobby of a running meeting"));
                waiting.add(e.call().id());
            }
            case MeetingEvent.CallersAdmitted e ->
                e.callIds().forEach(callId -> {
                    assertTrue(running && waiting.remove(callId), () -> story("admitted, did not wait"));
                    assertTrue(joined.add(callId), () -> story("admitted twice"));
                });
            case MeetingEvent.CallerJoined e -> {
                assertTrue(running, () -> story("joined what does not run"));
                assertTrue(joined.add(e.call().id()), () -> story("joined twice"));
            }
            case MeetingEvent.ParticipantLeft e -> {
                waiting.remove(e.participantId());
                joined.remove(e.participantId());
            }
            case MeetingEvent.MeetingStarted e -> {
                running = true;
                manual = e.admission() == Admission.MANUAL;
            }
            case MeetingEvent.MeetingEnded _ -> {
                running = false;
                waiting.clear();
                joined.clear();
            }
            case MeetingEvent.MeetingScheduled _,
                    MeetingEvent.StartWithoutPinChanged _,
                    MeetingEvent.MeetingClosed _,
                    MeetingEvent.MeetingForgotten _,
                    MeetingEvent.CallTurnedAway _,
                    MeetingEvent.CallerBecameLeader _,
                    MeetingEvent.ParticipantJoined _,
                    MeetingEvent.ParticipantTold _,
                    MeetingEvent.TimeLimitReached _,
                    MeetingEvent.VerificationIgnored _ -> {}
            case MeetingEvent.OrganizerAlerted e -> {
                assertTrue(!running || manual, () -> story("an alert of a running meeting"));
                assertEquals(waiting.size(), e.waiting(), () -> story("others wait"));
                assertFalse(alerted, () -> story("told twice"));
                alerted = true;
            }
        }
        alerted = alerted && !waiting.isEmpty();
    }

    private String story(String what) {
        return what + "\n" + String.join("\n", log);
    }

    private static MeetingCommand command(RandomGenerator random, Instant now) {
        String call = "c-" + random.nextInt(12);
        String person = "p-" + random.nextInt(3);
        String user = random.nextInt(8) == 0 ? "u-bella" : AMOS;
        Instant aroundNow = now.minusSeconds(random.nextInt(30));
        return switch (random.nextInt(20)) {
            case 0, 1 ->
                new OpenPersonalConference(CONTOSO, user, random.nextBoolean(), new UserMoment(aroundNow, null));
            case 2 ->
                random.nextBoolean()
                        ? MeetingFixture.disabled(user, aroundNow)
                        : new AllowStartWithoutPin(
                                CONTOSO, user, random.nextBoolean(), new UserMoment(aroundNow, null));
            case 3, 4, 5 -> new StartByOrganizer(CONTOSO, user, call, aroundNow, random.nextBoolean());
            case 6 -> MeetingFixture.appJoins(person);
            case 7, 8 -> MeetingFixture.appLeaves(person);
            case 9 -> random.nextBoolean() ? new EndMeeting(CONTOSO) : new EndAtTimeLimit();
            case 10 -> new DialIn("fabrikam.com", MeetingFixture.call(call));
            case 11, 12 -> hangUp(call);
            case 13 -> admit(random.nextInt(3) == 0 ? null : call);
            default -> dialIn(call);
        };
    }
}
