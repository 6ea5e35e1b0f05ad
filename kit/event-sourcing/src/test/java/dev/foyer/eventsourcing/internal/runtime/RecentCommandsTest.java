package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.InboundId;
import dev.foyer.eventsourcing.internal.runtime.RecentCommands.StoredAnswer;
import org.junit.jupiter.api.Test;

class RecentCommandsTest {

    @Test
    void remembersTheLastOnesAndForgetsTheOldest() {
        RecentCommands recent = RecentCommands.NONE;
        for (int i = 0; i <= RecentCommands.LIMIT; i++) {
            recent = recent.plus(new StoredAnswer("c" + i, "Done", new byte[0]));
        }
        assertTrue(recent.find("c0").isEmpty());
        assertTrue(recent.find("c1").isPresent());
        assertTrue(recent.find("c" + RecentCommands.LIMIT).isPresent());
        assertEquals(RecentCommands.LIMIT, recent.answers().length);
    }

    @Test
    void whatIsReadAgainFromATopicWasAnsweredEvenIfItLeftNoTrace() {
        RecentCommands recent =
                RecentCommands.NONE.plus(answer(inbound("b", 8))).plus(answer("by the API"));
        assertTrue(recent.answerTo(inbound("a", 7)).isPresent());
        assertTrue(recent.answerTo(inbound("b", 8)).isPresent());
        assertTrue(recent.answerTo(inbound("c", 9)).isEmpty());
        assertTrue(recent.answerTo("another by the API").isEmpty());
    }

    @Test
    void whatItsSenderSendsAgainIsTheSameRequestAtAnotherPlace() {
        RecentCommands recent =
                RecentCommands.NONE.plus(answer(inbound("a", 7))).plus(answer(inbound("b", 8)));
        assertEquals(
                inbound("a", 7), recent.answerTo(inbound("a", 9)).orElseThrow().commandId());
    }

    /** Some requests take several commands of one aggregate; the first ones must not answer for the last. */
    @Test
    void aStepOnTheWayIsNotTheRequest() {
        RecentCommands recent = RecentCommands.NONE.plus(answer(inbound("a", 7) + "/first-step"));
        assertTrue(recent.answerTo(inbound("a", 7)).isEmpty());
        assertTrue(recent.answerTo(inbound("a", 7) + "/first-step").isPresent());
    }

    private static String inbound(String requestId, long number) {
        return new InboundId(requestId, "in.contoso.com.directory-0", number, 1_000 + number).toString();
    }

    private static StoredAnswer answer(String commandId) {
        return new StoredAnswer(commandId, "Done", new byte[0]);
    }
}
