package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.UserMoment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tenants' systems say over topics, read in every order and more than once, and beside requests: in the end everybody is where
 * the newest news say, nobody is in two places, and nobody waits in a meeting that runs.
 */
@Tag("E5")
class ToldInAnyOrderTest {

    private static final String A = "4711001";
    private static final String B = "4711002";
    private static final List<String> CONFERENCES = List.of(A, B, "4711003");
    private static final int RUNS = 200;
    private static final int STEPS = 120;

    /** One record; its number is its time. @param conference {@code null}: the leg hung up for good */
    record Said(int then, Kind kind, String who, String conference) {}

    enum Kind {
        ARRIVED,
        LEFT,
        VERIFIED,
        JOINED,
        GONE
    }

    @Test
    void theStoryOfALegThatCorrectsAMistypedConferenceId() {
        inEveryOrder(
                new Said(1, Kind.ARRIVED, "c-1", A),
                new Said(2, Kind.ARRIVED, "c-1", B),
                new Said(3, Kind.LEFT, "c-1", A), // late: of the stay before
                new Said(4, Kind.ARRIVED, "c-2", B),
                new Said(5, Kind.VERIFIED, "c-1", B),
                new Said(6, Kind.LEFT, "c-2", null));
    }

    @Test
    void theStoryOfALeaderWhoHangsUpAndComesBack() {
        inEveryOrder(
                new Said(1, Kind.ARRIVED, "c-1", A),
                new Said(2, Kind.VERIFIED, "c-1", A),
                new Said(3, Kind.ARRIVED, "c-2", A),
                new Said(4, Kind.LEFT, "c-1", A),
                new Said(5, Kind.ARRIVED, "c-1", A),
                new Said(6, Kind.VERIFIED, "c-1", A));
    }

    @Test
    void theStoryOfParticipantsWhoJoinAndLeave() {
        inEveryOrder(
                new Said(1, Kind.ARRIVED, "c-1", A),
                new Said(2, Kind.JOINED, "p-1", A),
                new Said(3, Kind.JOINED, "p-2", A),
                new Said(4, Kind.GONE, "p-1", A),
                new Said(5, Kind.JOINED, "p-1", A),
                new Said(6, Kind.GONE, "p-2", A));
    }

    @Test
    void theStoryOfALeaderWhoOpensOneMeetingAndThenAnother() {
        inEveryOrder(
                new Said(1, Kind.ARRIVED, "c-1", A),
                new Said(2, Kind.ARRIVED, "c-2", A),
                new Said(3, Kind.VERIFIED, "c-2", A),
                new Said(4, Kind.LEFT, "c-2", A),
                new Said(5, Kind.ARRIVED, "c-2", B),
                new Said(6, Kind.VERIFIED, "c-2", B));
    }

    @Test
    void theStoryOfACallerWhoStaysLongerThanTheParticipantAndComesBackOnce() {
        inEveryOrder(
                new Said(1, Kind.ARRIVED, "c-1", A),
                new Said(2, Kind.JOINED, "p-1", A),
                new Said(3, Kind.GONE, "p-1", A),
                new Said(4, Kind.LEFT, "c-1", A),
                new Said(5, Kind.ARRIVED, "c-1", A),
                new Said(6, Kind.LEFT, "c-1", null));
    }

    private static void inEveryOrder(Said... story) {
        List<List<Said>> orders = new ArrayList<>();
        permute(new ArrayList<>(Arrays.asList(story)), 0, orders);
        assertEquals(720, orders.size());
        for (List<Said> order : orders) {
            play(Arrays.asList(story), order, 1);
            List<Said> twice = new ArrayList<>(order);
            twice.addAll(order);
            play(Arrays.asList(story), twice, 2);
        }
    }

    private static void permute(List<Said> rest, int from, List<List<Said>> found) {
        if (from == rest.size()) {
            found.add(List.copyOf(rest));
        }
        for (int i = from; i < rest.size(); i++) {
            Collections.swap(rest, from, i);
            permute(rest, from + 1, found);
            Collections.swap(rest, from, i);
        }
    }

    /** {@code -Dfoyer.seed=...} repeats one run. */
    static LongStream seeds() {
        Long given = Long.getLong("foyer.seed");
        return given == null ? new Random().longs(RUNS) : LongStream.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void longStoriesEndAsTheNewestNewsSay(long seed) {
        Random random = new Random(seed);
        List<Said> story = new ArrayList<>();
        for (int then = 1; then <= STEPS; then++) {
            story.add(something(then, random));
        }
        List<Said> read = new ArrayList<>(story);
        for (int i = 0; i < STEPS / 3; i++) {
            read.add(story.get(random.nextInt(STEPS)));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(read, random);
        } else {
            for (int i = 0; i < read.size(); i++) { // each some places late
                Collections.swap(read, i, Math.min(read.size() - 1, i + random.nextInt(8)));
            }
        }
        play(story, read, seed);
    }

    /**
     * Requests say how it is at their time; what topics said before may be read after them, some seconds late. Who used one way and
     * then the other is where the newest of both says.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatRequestsAndTopicsSayOfTheSameEndsAsTheNewestNewsSay(long seed) {
        Random random = new Random(seed);
        List<Said> story = new ArrayList<>();
        TreeMap<Integer, List<Said>> byReading = new TreeMap<>();
        Set<Said> asked = new HashSet<>();
        for (int then = 1; then <= STEPS; then++) {
            Said one = something(then, random);
            story.add(one);
            boolean requested = random.nextBoolean() && (one.kind() != Kind.LEFT || one.conference() == null);
            if (requested && one.kind() != Kind.VERIFIED) {
                asked.add(one);
            }
            int late = asked.contains(one) ? 0 : random.nextInt(12);
            byReading.computeIfAbsent(then + late, _ -> new ArrayList<>()).add(one);
        }
        ScatteredMeetings world = world("seed " + seed);
        CallMoves moves = moves(world);
        byReading.forEach((reading, all) -> all.forEach(one -> {
            world.at(time(reading));
            say(one, asked.contains(one) ? null : time(one.then()), world, moves);
            world.drain(random);
            nobodyWaitsInARunningMeeting(world);
        }));
        assertEquals(expected(story), found(world), () -> world.story("Not where the newest news say"));
    }

    private static Said something(int then, Random random) {
        String id = CONFERENCES.get(random.nextInt(CONFERENCES.size()));
        String leg =
                "c-" + random.nextInt(6) + "." + then / 40; // who hung up for good is called otherwise the next time
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new Said(then, Kind.ARRIVED, leg, id);
            case 3 -> new Said(then, Kind.LEFT, leg, id);
            case 4 -> new Said(then, Kind.VERIFIED, leg, id);
            case 5, 6 -> new Said(then, Kind.JOINED, "p-" + random.nextInt(4), id);
            case 7 -> new Said(then, Kind.GONE, "p-" + random.nextInt(4), id);
            default -> then % 40 > 30 ? new Said(then, Kind.LEFT, leg, null) : new Said(then, Kind.LEFT, leg, id);
        };
    }

    private static void play(List<Said> story, List<Said> read, long seed) {
        ScatteredMeetings world = world("seed " + seed + " read " + read);
        CallMoves moves = moves(world);
        Random random = new Random(seed);
        world.at(time(STEPS)); // nothing is said before it happened
        for (Said one : read) {
            say(one, time(one.then()), world, moves);
            world.drain(random);
            nobodyWaitsInARunningMeeting(world);
        }
        assertEquals(expected(story), found(world), () -> world.story("Not where the newest news say"));
    }

    private static ScatteredMeetings world(String name) {
        ScatteredMeetings world = new ScatteredMeetings();
        world.log.add(name);
        CONFERENCES.forEach(
                id -> world.now(id, new OpenPersonalConference(CONTOSO, "u-" + id, false, new UserMoment(NOW, 1L))));
        return world;
    }

    private static Instant time(int then) {
        return NOW.plusSeconds(then);
    }

    /** @param told as a topic says; {@code null}: by a request */
    private static CompletionStage<?> say(Said one, Instant told, ScatteredMeetings world, CallMoves moves) {
        CommandMeta meta = new CommandMeta("r-" + one.then(), "test", new Actor("topic", "bridge-topic", null));
        String id = one.conference();
        String who = one.who();
        return switch (one.kind()) {
            case ARRIVED ->
                told == null
                        ? moves.dialIn(CONTOSO, id, who, null, meta)
                        : moves.arrived(CONTOSO, id, who, null, told, meta);
            case LEFT ->
                told == null ? moves.hangUp(CONTOSO, A, who, false, meta) : moves.left(CONTOSO, id, who, told, meta);
            case VERIFIED ->
                moves.catchUp.startVouchedFor(id, new StartByOrganizer(CONTOSO, "u-" + id, who, told, true), meta);
            case JOINED -> world.submit(id, new JoinFromApp(CONTOSO, who, null, told), meta);
            case GONE -> world.submit(id, new LeaveFromApp(CONTOSO, who, told), meta);
        };
    }

    private static CallMoves moves(ScatteredMeetings world) {
        CallMoves moves = new CallMoves();
        moves.meetings = world;
        moves.catchUp = new PinEventsCatchUp();
        moves.catchUp.meetings = world;
        moves.departures = new Departures();
        moves.departures.meetings = world;
        SilenceQuestions questions = new SilenceQuestions();
        questions.meetings = world;
        world.listener = new LateLeavings(moves.departures, questions);
        return moves;
    }

    private static void nobodyWaitsInARunningMeeting(ScatteredMeetings world) {
        for (String id : CONFERENCES) {
            if (world.meeting(id) instanceof Meeting.Running it) {
                assertTrue(it.lobby().calls().isEmpty(), () -> world.story("Somebody waits in " + id));
            }
        }
    }

    /** By conference and who. A leg is where it arrived last, unless it has left there since, or hung up whenever. */
    private static Map<String, Boolean> expected(List<Said> story) {
        Map<String, Said> arrivals = new TreeMap<>();
        Map<String, Boolean> there = new TreeMap<>();
        for (Said one : story) {
            switch (one.kind()) {
                case ARRIVED -> arrivals.merge(one.who(), one, (a, b) -> a.then() > b.then() ? a : b);
                case JOINED -> there.put(one.conference() + " " + one.who(), true);
                case GONE -> there.remove(one.conference() + " " + one.who());
                case LEFT, VERIFIED -> {}
            }
        }
        for (Said arrival : arrivals.values()) {
            boolean gone = story.stream()
                    .filter(one -> one.kind() == Kind.LEFT && one.who().equals(arrival.who()))
                    .anyMatch(one -> one.conference() == null
                            || one.conference().equals(arrival.conference()) && one.then() > arrival.then());
            if (!gone) {
                there.put(arrival.conference() + " " + arrival.who(), true);
            }
        }
        return there;
    }

    private static Map<String, Boolean> found(ScatteredMeetings world) {
        Map<String, Boolean> there = new TreeMap<>();
        for (String id : CONFERENCES) {
            List<String> all = new ArrayList<>();
            switch (world.meeting(id)) {
                case Meeting.Waiting it -> all.addAll(it.lobby().calls().keySet());
                case Meeting.Running it -> {
                    all.addAll(it.lobby().calls().keySet());
                    all.addAll(it.attendance().callers());
                    all.addAll(it.attendance().participants());
                }
                case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> {}
            }
            all.forEach(who -> there.put(id + " " + who, true));
        }
        return there;
    }
}
