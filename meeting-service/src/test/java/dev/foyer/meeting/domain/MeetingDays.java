package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.disabled;
import static dev.foyer.meeting.domain.MeetingFixture.enabled;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingCommand.EndMeeting;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.CallerJoined;
import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One conference ID as its owner keeps it: with its timers, its memory of commands, and without what is over. */
final class MeetingDays {

    private static final Duration REPEATED = Duration.ofHours(24);

    private final MeetingDecider decider = new MeetingDecider();
    private final TimeLimits timers = new TimeLimits();
    private final Random random;
    /** When each command was decided that the owner remembers. */
    private final Map<Integer, Instant> remembered = new HashMap<>();

    private Meeting state = decider.initial();
    private Instant now = NOW;
    private int commands;
    private int forgotten;
    private boolean fresh = true;

    MeetingDays(long seed) {
        this.random = new Random(seed);
    }

    /** @return how often it was forgotten */
    int live(int steps) {
        for (int step = 0; step < steps; step++) {
            pass();
            MeetingCommand command = next();
            Meeting before = state;
            boolean nobodyKnows = fresh;
            List<MeetingEvent> events = ask(command);
            if (nobodyKnows) {
                checkNobodyKnows(command, before, events);
            }
        }
        return forgotten;
    }

    private void pass() {
        now = now.plus(random.nextInt(4) == 0 ? Duration.ofHours(random.nextInt(30)) : Duration.ofMinutes(1));
        while (!fresh && timers.due(state).filter(due -> !due.isAfter(now)).isPresent()) {
            Meeting before = state;
            ask(timers.command(state));
            assertFalse(before.equals(state) && !fresh, "a timer woke it for nothing");
        }
    }

    private List<MeetingEvent> ask(MeetingCommand command) {
        if (!(decider.decide(state, command, new MeetingContext(now))
                instanceof Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer>(var events, var answer))) {
            return List.of();
        }
        for (MeetingEvent event : events) {
            state = decider.evolve(state, event);
            fresh = false;
        }
        if (!events.isEmpty()) {
            remembered.put(commands++, now);
        }
        if (!fresh && decider.isOver(state)) {
            remembered.remove(commands - 1); // the timer's own
            remembered
                    .values()
                    .forEach(at -> assertTrue(
                            Duration.between(at, now).compareTo(REPEATED) >= 0, "a command could still be repeated"));
            remembered.clear();
            state = decider.initial();
            fresh = true;
            forgotten++;
        }
        return events;
    }

    /** As if there had never been anything: E4, E5 and C2. */
    private void checkNobodyKnows(MeetingCommand command, Meeting before, List<MeetingEvent> events) {
        assertEquals(decider.initial(), before);
        switch (command) {
            case HangUp _, LeaveFromApp _ -> assertEquals(List.of(), events, "a late leaving changes nothing");
            case StartByOrganizer _ ->
                assertInstanceOf(
                        MeetingEvent.VerificationIgnored.class, events.getFirst(), "it starts nothing and is reported");
            case OpenPersonalConference _, ScheduleMeeting _ ->
                assertInstanceOf(MeetingScheduled.class, events.getFirst(), "the ID comes back");
            default -> assertTrue(events.stream().noneMatch(CallerJoined.class::isInstance), "nobody joins");
        }
    }

    private MeetingCommand next() {
        String call = "c-" + random.nextInt(5);
        return switch (random.nextInt(9)) {
            case 0 -> enabled(AMOS, now);
            case 1 -> disabled(AMOS, now);
            case 2 -> new ScheduleMeeting(CONTOSO, AMOS, "Budget", false);
            case 3 -> new EndMeeting(CONTOSO);
            case 4 -> new StartByOrganizer(CONTOSO, AMOS, call, now, true);
            case 5 -> dialIn(call);
            case 6 -> appJoins("p-1");
            case 7 -> appLeaves("p-1");
            default -> hangUp(call);
        };
    }
}
