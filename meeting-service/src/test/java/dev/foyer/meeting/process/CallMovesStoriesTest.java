package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.meeting.domain.LobbyRule;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.UserMoment;
import dev.foyer.meeting.domain.leg.Leg;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random stories of legs that dial, dial elsewhere and hang up while meetings start and end. Commands of several requests
 * overtake each other, and a process may die before or after any of them. The seed is in the test's name and the failure.
 */
@Tag("E5")
class CallMovesStoriesTest {

    private static final int RUNS = 300;
    private static final int STEPS = 350;
    private static final List<String> CONFERENCES = List.of("4711001", "4711002", "4711003");
    private static final String NOBODYS = "999999999";

    private final ScatteredMeetings world = new ScatteredMeetings();
    private final CallMoves moves = new CallMoves();
    private final LateLeavings late;

    CallMovesStoriesTest() {
        PinEventsCatchUp catchUp = new PinEventsCatchUp();
        catchUp.meetings = world;
        Departures departures = new Departures();
        departures.meetings = world;
        moves.meetings = world;
        moves.catchUp = catchUp;
        moves.departures = departures;
        SilenceQuestions questions = new SilenceQuestions();
        questions.meetings = world;
        late = new LateLeavings(departures, questions);
    }

    /** {@code -Dfoyer.seed=...} repeats one run. */
    static LongStream seeds() {
        Long given = Long.getLong("foyer.seed");
        return given == null ? new Random().longs(RUNS) : LongStream.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLegIsInOneMeetingAtMostAndLeavesNoGhost(long seed) {
        Random random = new Random(seed);
        world.log.add("seed " + seed);
        world.listener = late;
        world.rules = tenant -> new LobbyRule(Admission.AUTOMATIC, seed % 2 == 0 ? LobbyRule.MOST_CALLS : 2);
        CONFERENCES.forEach(id -> world.now(
                id, new MeetingCommand.OpenPersonalConference(CONTOSO, "u-" + id, false, new UserMoment(NOW, 1L))));
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0) {
                somebodyActs(random);
            } else {
                world.oneStep(random);
            }
            nobodyIsInTwo();
        }
        world.settle(random);
        nobodyIsInTwo();
        nobodyIsWhereTheLegIsNot();
    }

    private void somebodyActs(RandomGenerator random) {
        String leg = "c-" + random.nextInt(4);
        String id = random.nextInt(12) == 0 ? NOBODYS : CONFERENCES.get(random.nextInt(CONFERENCES.size()));
        switch (random.nextInt(12)) {
            case 0 -> moves.hangUp(CONTOSO, id, leg, random.nextBoolean(), meta("bridge"));
            case 1 -> world.now(id, new MeetingCommand.JoinFromApp(CONTOSO, "p-1", null));
            case 2 -> world.now(id, new MeetingCommand.LeaveFromApp(CONTOSO, "p-1"));
            case 3 -> world.now(id, new MeetingCommand.EndMeeting(CONTOSO));
            case 4 -> world.passes(random);
            default -> moves.dialIn(CONTOSO, id, leg, null, meta("bridge"));
        }
    }

    private void nobodyIsInTwo() {
        for (int i = 0; i < 4; i++) {
            String leg = "c-" + i;
            List<String> places = CONFERENCES.stream()
                    .filter(id -> isIn(world.meeting(id), leg))
                    .toList();
            assertTrue(places.size() <= 1, () -> world.story(leg + " is in " + places));
        }
    }

    private void nobodyIsWhereTheLegIsNot() {
        for (int i = 0; i < 4; i++) {
            String leg = "c-" + i;
            Leg state = world.leg(CONTOSO + "/" + leg);
            for (String id : CONFERENCES) {
                if (isIn(world.meeting(id), leg)) {
                    assertEquals(
                            id,
                            state instanceof Leg.At at ? at.conferenceId() : "nowhere",
                            () -> world.story(leg + " is a ghost: " + state));
                }
            }
        }
    }

    private static boolean isIn(Meeting meeting, String callId) {
        return switch (meeting) {
            case Meeting.Waiting it -> it.lobby().holds(callId);
            case Meeting.Running it ->
                it.lobby().holds(callId) || it.attendance().hasCaller(callId);
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> false;
        };
    }

    private static CommandMeta meta(String role) {
        return new CommandMeta("asked", "test", new Actor(role, role, null));
    }
}
