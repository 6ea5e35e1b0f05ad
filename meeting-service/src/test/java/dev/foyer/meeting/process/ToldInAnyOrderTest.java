package dev.foyer.meeting.process;

import static dev.foyer.meeting.process.ToldWorld.A;
import static dev.foyer.meeting.process.ToldWorld.B;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.meeting.process.ToldWorld.Kind;
import dev.foyer.meeting.process.ToldWorld.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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

    private static final int RUNS = 200;
    private static final int STEPS = 120;

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
        ToldWorld world = new ToldWorld("seed " + seed, random);
        byReading.forEach((reading, all) -> all.forEach(one -> {
            world.at(reading);
            if (asked.contains(one)) {
                world.isAsked(one);
            } else {
                world.isTold(one);
            }
        }));
        world.isAsTheNewestNewsOf(story);
    }

    private static Said something(int then, Random random) {
        String id = ToldWorld.CONFERENCES.get(random.nextInt(ToldWorld.CONFERENCES.size()));
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
        ToldWorld world = new ToldWorld("seed " + seed + " read " + read, new Random(seed));
        world.at(STEPS); // nothing is said before it happened
        read.forEach(world::isTold);
        world.isAsTheNewestNewsOf(story);
    }
}
