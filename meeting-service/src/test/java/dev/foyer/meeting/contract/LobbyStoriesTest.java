package dev.foyer.meeting.contract;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.LobbyRule;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.TenantRoom;
import dev.foyer.meeting.domain.TimeLimits;
import dev.foyer.meeting.domain.UserMoment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Long random stories of several conferences and two tenants, as bridges hear them: by the public records alone. {@code
 * -Dfoyer.seed=...} repeats one; the seed is in the failure.
 */
@Tag("E2")
@Tag("E3")
@Tag("E5")
@Tag("E6")
@Tag("C2")
class LobbyStoriesTest {

    private static final String FABRIKAM = "fabrikam.com";
    /** Digits of a meeting that happens once. */
    private static final int SCHEDULED = 9;

    private static final List<String> CONFERENCES = List.of("4711007", "471100815", "471100816", "471100817");
    private static final CommandMeta META = new CommandMeta("c", "c", new Actor("bridge", "bridge", null));
    /** Less than are remembered of who left, so that a leg which comes late is one that is known to have left. */
    private static final int LEGS_AT_A_TIME = 20;

    private final MeetingDecider decider = new MeetingDecider();
    private final TimeLimits timers = new TimeLimits();
    private final Map<String, Meeting> meetings = new HashMap<>();
    private final Map<String, Bridge> bridges = new HashMap<>();
    private final Deque<String> lately = new ArrayDeque<>();
    private final MeetingPublisherV1 publisher = new MeetingPublisherV1(tenant -> rule(tenant));
    private final Map<String, Admission> admissions = new HashMap<>();
    private Instant now = NOW;
    private int legs;
    private long seed;

    /** What somebody knows of a conference who reads what is published of it. */
    private static final class Bridge {
        private final Set<String> waiting = new HashSet<>();
        private final Set<String> inside = new HashSet<>();
        private final Set<String> gone = new HashSet<>();
        private String tenant;
        private boolean running;
        private boolean manual;
        private boolean over;
    }

    @Test
    void eachIsLetInOnceAndNobodyElseIs() {
        play(100_000);
    }

    private void play(int steps) {
        seed = Long.getLong("foyer.seed", new Random().nextLong());
        RandomGenerator random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            now = now.plusSeconds(random.nextInt(60) == 0 ? random.nextInt(200_000) : random.nextInt(20));
            if (random.nextInt(50) == 0) {
                admissions.put(
                        random.nextBoolean() ? CONTOSO : FABRIKAM,
                        random.nextBoolean() ? Admission.MANUAL : Admission.AUTOMATIC);
            }
            String id = CONFERENCES.get(random.nextInt(CONFERENCES.size()));
            Meeting before = meeting(id);
            if (timers.due(before).filter(due -> !due.isAfter(now)).isPresent() && random.nextInt(3) > 0) {
                decide(id, timers.command(before));
            }
            decide(id, command(id, random));
            hold(id);
        }
        assertTrue(legs > steps / 20, () -> story("hardly anybody called"));
    }

    /** The counts are those of the sets, nobody waits in a meeting that everybody is let into, and what is over is empty. */
    private void hold(String id) {
        Bridge bridge = bridge(id);
        Set<String> lobby = new HashSet<>();
        Set<String> inside = new HashSet<>();
        switch (meeting(id)) {
            case Meeting.Waiting it -> lobby.addAll(it.lobby().calls().keySet());
            case Meeting.Running it -> {
                lobby.addAll(it.lobby().calls().keySet());
                inside.addAll(it.attendance().callers());
            }
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> {}
        }
        assertEquals(bridge.waiting, lobby, () -> story("others wait in " + id));
        assertEquals(bridge.inside, inside, () -> story("others are in " + id));
        assertEquals(bridge.running, meeting(id) instanceof Meeting.Running, () -> story("runs " + id));
        assertTrue(
                !bridge.running || bridge.manual || lobby.isEmpty(),
                () -> story("waits in " + id + ", which lets everybody in"));
    }

    private void decide(String id, MeetingCommand command) {
        Meeting state = meeting(id);
        lately.add(now + " " + id + " C " + command);
        while (lately.size() > 200) {
            lately.remove();
        }
        switch (decider.decide(state, command, new MeetingContext(now, this::rule))) {
            case Decision.Refused<MeetingEvent, MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                lately.add("R " + reason);
            case Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer> it -> {
                long sequence = 0;
                for (MeetingEvent event : it.events()) {
                    lately.add("E " + event);
                    Meeting next = decider.evolve(state, event);
                    publisher
                            .publish(new Fact<>(id, state, event, next, it.answer(), META, ++sequence))
                            .forEach(record -> told(id, (MeetingEventsV1) record.data()));
                    if (event instanceof MeetingEvent.MeetingForgotten) {
                        bridges.remove(id); // whoever comes under that ID is another meeting
                    }
                    state = next;
                    meetings.put(id, next);
                }
            }
        }
    }

    private void told(String id, MeetingEventsV1 event) {
        Bridge bridge = bridge(id);
        if (!(event instanceof MeetingEventsV1.VerificationIgnored)
                && !(event instanceof MeetingEventsV1.MeetingScheduled)) {
            assertEquals(bridge.tenant, event.tenant(), () -> story("another tenant's in " + id));
            assertTrue(!bridge.over, () -> story(id + " is over for ever"));
        }
        switch (event) {
            case MeetingEventsV1.MeetingScheduled e -> {
                assertTrue(bridge.tenant == null && !bridge.over, () -> story(id + " is somebody's"));
                bridge.tenant = e.tenant();
            }
            case MeetingEventsV1.MeetingStarted e -> {
                assertTrue(!bridge.running, () -> story("started twice"));
                bridge.running = true;
                bridge.manual = e.lobbyAdmission().equals("MANUAL");
            }
            case MeetingEventsV1.CallerWaiting e -> {
                assertTrue(!bridge.gone.contains(e.callId()), () -> story(e.callId() + " waits, and has left"));
                assertTrue(bridge.waiting.add(e.callId()), () -> story(e.callId() + " waits twice"));
            }
            case MeetingEventsV1.CallerAdmitted e -> letIn(bridge, e.callId());
            case MeetingEventsV1.CallersAdmitted e -> {
                assertTrue(e.calls().size() > 1, () -> story("of one leg there is another event"));
                e.calls().forEach(call -> letIn(bridge, call.callId()));
            }
            case MeetingEventsV1.ParticipantLeft e -> {
                bridge.waiting.remove(e.participantId());
                bridge.inside.remove(e.participantId());
                bridge.gone.add(e.participantId());
            }
            case MeetingEventsV1.OrganizerAlerted e -> {
                assertEquals(bridge.waiting.size(), e.waiting(), () -> story("others wait"));
                assertTrue(!bridge.running || bridge.manual, () -> story("told of a meeting that runs"));
            }
            case MeetingEventsV1.MeetingEnded e -> {
                Set<String> here = new HashSet<>(bridge.waiting);
                here.addAll(bridge.inside);
                List<MeetingEventsV1.EndedCall> out = e.calls() == null ? List.of() : e.calls();
                assertEquals(here.size(), out.size(), () -> story("a leg is named twice or not at all"));
                assertEquals(
                        here,
                        out.stream().map(MeetingEventsV1.EndedCall::callId).collect(Collectors.toSet()),
                        () -> story("others are out"));
                bridge.over = id.length() == SCHEDULED;
                bridge.running = false;
                bridge.gone.addAll(bridge.waiting);
                bridge.gone.addAll(bridge.inside);
                bridge.waiting.clear();
                bridge.inside.clear();
            }
            case MeetingEventsV1.MeetingClosed _ -> bridges.remove(id);
            case MeetingEventsV1.StartWithoutPinChanged _,
                    MeetingEventsV1.CallerRefused _,
                    MeetingEventsV1.CallerBecameLeader _,
                    MeetingEventsV1.ParticipantJoined _,
                    MeetingEventsV1.TimeLimitReached _,
                    MeetingEventsV1.VerificationIgnored _ -> {}
        }
    }

    private void letIn(Bridge bridge, String callId) {
        assertTrue(bridge.running, () -> story(callId + " is let in before the start"));
        assertTrue(!bridge.gone.contains(callId), () -> story(callId + " is let in and has left"));
        assertTrue(bridge.inside.add(callId), () -> story(callId + " is let in twice"));
        bridge.waiting.remove(callId);
    }

    private MeetingCommand command(String id, RandomGenerator random) {
        boolean personal = id.length() != SCHEDULED;
        String tenant = random.nextInt(8) == 0 ? FABRIKAM : CONTOSO;
        String call =
                random.nextInt(3) == 0 ? "c-" + legs++ : "c-" + Math.max(0, legs - random.nextInt(LEGS_AT_A_TIME));
        String person = "p-" + random.nextInt(3);
        UserMoment moment = new UserMoment(now.minusSeconds(random.nextInt(30)), null);
        return switch (random.nextInt(22)) {
            case 0, 1 ->
                personal
                        ? new MeetingCommand.OpenPersonalConference(tenant, AMOS, random.nextBoolean(), moment)
                        : new MeetingCommand.ScheduleMeeting(tenant, AMOS, null, random.nextInt(4) == 0);
            case 2 ->
                random.nextInt(6) == 0
                        ? new MeetingCommand.ClosePersonalConference(tenant, AMOS, moment)
                        : new MeetingCommand.AllowStartWithoutPin(tenant, AMOS, random.nextInt(4) == 0, moment);
            case 3, 4 -> new MeetingCommand.StartByOrganizer(tenant, AMOS, call, moment.at(), true);
            case 5 -> new MeetingCommand.JoinFromApp(tenant, person, null);
            case 6 -> new MeetingCommand.LeaveFromApp(tenant, person);
            case 7 ->
                random.nextInt(6) == 0 ? new MeetingCommand.EndMeeting(tenant) : new MeetingCommand.EndAtTimeLimit();
            case 8, 9, 10 -> new MeetingCommand.HangUp(tenant, call, null);
            case 11 -> new MeetingCommand.Admit(tenant, random.nextInt(3) == 0 ? null : call);
            case 12 -> new MeetingCommand.AskForRoom(tenant, call);
            default -> new MeetingCommand.DialIn(tenant, new Call(call, null, null), random.nextInt(5) == 0);
        };
    }

    private LobbyRule rule(String tenant) {
        return new LobbyRule(
                admissions.getOrDefault(tenant, Admission.AUTOMATIC),
                12,
                tenant.equals(CONTOSO) ? 1 : null,
                Announcements.DEFAULT,
                new TenantRoom(legs % 7, 6));
    }

    private Meeting meeting(String id) {
        return meetings.getOrDefault(id, decider.initial());
    }

    private Bridge bridge(String id) {
        return bridges.computeIfAbsent(id, _ -> new Bridge());
    }

    private String story(String what) {
        return what + ", seed " + seed + "\n" + String.join("\n", lately);
    }
}
