package dev.foyer.service.filter;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one connection waits for, and until when: a head, a body, our own answer (which takes as long as it takes), or the
 * next request. Lives on the connection's event loop.
 */
final class ConnectionClock {

    private enum Phase {
        HEAD,
        BODY,
        ANSWER,
        NEXT
    }

    private final Channel channel;
    private final ConnectionLimits limits;
    private final Runnable tooSlow;
    private final Traffic traffic;
    private Phase phase;
    private boolean asked;
    private boolean answering;
    private int unanswered;
    private long deadline;
    private ScheduledFuture<?> look;
    private long lookAt;

    /**
     * @param tooSlow told when a client was cut off in the middle of a request
     * @param traffic of the port
     */
    ConnectionClock(Channel channel, ConnectionLimits limits, Runnable tooSlow, Traffic traffic) {
        this.channel = channel;
        this.limits = limits;
        this.tooSlow = tooSlow;
        this.traffic = traffic;
        traffic.connected();
        channel.closeFuture().addListener(_ -> closed());
        wait(Phase.HEAD, limits.headerTimeout());
    }

    void bytesCame() {
        if (phase == Phase.NEXT) {
            wait(Phase.HEAD, limits.headerTimeout());
        }
    }

    void headRead() {
        unanswered++;
        traffic.began(!asked);
        asked = true;
        wait(Phase.BODY, limits.bodyTimeout());
    }

    void bodyRead() {
        if (unanswered > 0) {
            phase = Phase.ANSWER;
        } else {
            wait(Phase.NEXT, limits.idleTimeout());
        }
    }

    void answerBegins() {
        answering = true;
    }

    void answered() {
        answering = false;
        if (unanswered > 0) { // we may speak before a request could be read
            traffic.answered();
        }
        unanswered--;
        if (unanswered <= 0 && phase == Phase.ANSWER) {
            wait(Phase.NEXT, limits.idleTimeout());
        }
    }

    /** Whether no answer of ours is being made that would have to come first. */
    boolean mayEnd() {
        return unanswered <= 0 || isAnswerDue();
    }

    /** Whether an answer would be that of the request that is being read. */
    boolean isAnswerDue() {
        return unanswered == 1 && !answering;
    }

    /** Whether the port ends, and the client waits for no other answer than the one that begins. */
    boolean isLastAnswer() {
        return traffic.isEnding() && unanswered <= 1;
    }

    /** Whether all that the client sent so far was read and answered. */
    boolean isIdle() {
        return phase == Phase.NEXT;
    }

    private void closed() {
        stop();
        traffic.disconnected(Math.max(0, unanswered), !asked);
        unanswered = 0;
    }

    private void wait(Phase next, Duration atMost) {
        phase = next;
        deadline = System.nanoTime() + atMost.toNanos();
        if (look == null || lookAt - deadline > 0) {
            stop();
            lookAt = deadline;
            look = channel.eventLoop().schedule(this::look, atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void stop() {
        if (look != null) {
            look.cancel(false);
            look = null;
        }
    }

    private void look() {
        look = null;
        if (phase == Phase.ANSWER || !channel.isOpen()) {
            return;
        }
        long left = deadline - System.nanoTime();
        if (left > 0) {
            wait(phase, Duration.ofNanos(left));
        } else if (phase == Phase.NEXT) {
            channel.close();
        } else {
            tooSlow.run();
            if (phase == Phase.BODY && isAnswerDue()) {
                LastAnswer.tooSlow(channel, limits.bodyTimeout());
            } else {
                channel.close(); // there is no request yet, or another answer would come between
            }
        }
    }
}
