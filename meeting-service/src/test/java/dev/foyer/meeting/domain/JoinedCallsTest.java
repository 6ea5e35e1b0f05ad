package dev.foyer.meeting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;

/** Who is in a meeting, after any sequence of coming and going, alone and many together (E5). */
@Tag("E5")
class JoinedCallsTest {

    private static final int STEPS = 100;

    @RepeatedTest(20)
    void areThoseWhoCameAndDidNotLeaveInTheirOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Long> expected = new LinkedHashMap<>();
        JoinedCalls calls = JoinedCalls.NONE;
        int named = 0;
        for (int step = 0; step < STEPS; step++) {
            JoinedCalls before = calls;
            Map<String, Long> untouched = new LinkedHashMap<>(expected);
            switch (random.nextInt(8)) {
                case 0 -> {
                    List<Call> many = new ArrayList<>();
                    int more = random.nextInt(300);
                    for (int i = 0; i < more; i++) {
                        many.add(new Call("c-" + named++, null, (long) step));
                    }
                    calls = calls.with(many);
                    many.forEach(call -> expected.put(call.id(), call.newestTurn()));
                }
                case 1, 2 -> {
                    Call one = new Call("c-" + named++, null, random.nextBoolean() ? null : (long) step);
                    calls = calls.with(List.of(one));
                    expected.put(one.id(), one.newestTurn());
                }
                case 3 ->
                    calls = JoinedCalls.of(
                            new LinkedHashSet<>(calls.ids()), new HashMap<>(calls.turns())); // out of a snapshot
                default -> {
                    for (int i = random.nextInt(40); i > 0; i--) {
                        String gone = "c-" + random.nextInt(named + 1);
                        calls = calls.without(gone);
                        expected.remove(gone);
                        assertNull(calls.turn(gone));
                    }
                }
            }
            assertEquals(expected, all(calls));
            assertEquals(List.copyOf(expected.keySet()), List.copyOf(calls.ids()));
            assertEquals(expected.size(), calls.size());
            assertEquals(expected.keySet(), calls.ids());
            assertEquals(untouched, all(before), "what was before is as it was");
            assertFalse(calls.ids().contains("nobody"));
            Map<String, Long> known = new HashMap<>(expected);
            known.values().removeIf(turn -> turn == Call.BEFORE_ANY);
            assertEquals(known, calls.turns());
            assertEquals(known.size(), calls.turns().size());
        }
    }

    /** A leg that has left and comes again is the last one. */
    @RepeatedTest(2)
    void whoComesBackComesLast(RepetitionInfo repetition) {
        boolean together = repetition.getCurrentRepetition() == 1;
        JoinedCalls calls = JoinedCalls.NONE;
        List<Call> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(new Call("c-" + i, null, 1L));
        }
        if (together) {
            calls = calls.with(all);
        } else {
            for (Call call : all) {
                calls = calls.with(List.of(call));
            }
        }
        calls = calls.without("c-50").with(List.of(new Call("c-50", null, 2L)));
        assertEquals(100, calls.size());
        assertEquals("c-50", List.copyOf(calls.ids()).getLast());
        assertEquals(2L, calls.turn("c-50"));
        assertNull(calls.without("c-50").turn("c-50"));
        assertEquals(99, calls.without("c-50").size());
    }

    private static Map<String, Long> all(JoinedCalls calls) {
        Map<String, Long> all = new LinkedHashMap<>();
        calls.ids().forEach(id -> all.put(id, calls.turn(id)));
        return all;
    }
}
