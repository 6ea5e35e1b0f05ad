package dev.foyer.gateway.api;

import dev.foyer.gateway.api.CallAnswer.DialIn;
import dev.foyer.gateway.clients.MeetingServiceClient.DialledIn;
import java.time.Duration;

/**
 * The answer to a conference ID that does not exist: the same words after the same time (rule G2), whether it cannot exist,
 * was looked up, is over, or was not looked up because of where the call comes from. So answers come at whole steps after
 * the question only; what took longer than one step comes at the next.
 */
final class UnknownConferences {

    private static final Duration STEP = Duration.ofMillis(100);

    private UnknownConferences() {}

    static final DialIn ANSWER = new DialIn(CallAnswer.State.UNKNOWN_CONFERENCE.name(), false, false, null, null);

    static boolean is(DialledIn answer) {
        return answer.state().equals(CallAnswer.State.UNKNOWN_CONFERENCE.name());
    }

    /** Blocks (a virtual thread) until the time has come. @param asked of {@link System#nanoTime} */
    static DialIn afterTheSameTime(long asked) {
        long step = STEP.toNanos();
        long taken = System.nanoTime() - asked;
        try {
            Thread.sleep(Duration.ofNanos(step - taken % step));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ANSWER;
    }
}
