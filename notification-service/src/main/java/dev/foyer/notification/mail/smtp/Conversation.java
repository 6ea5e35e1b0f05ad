package dev.foyer.notification.mail.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * What was said about one mail, as it went over the socket. Written by the connection's event loop; one other thread waits for its
 * end.
 */
final class Conversation {

    private final Patience patience;
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
    private final List<String> lines = new ArrayList<>();

    private volatile Step step = Step.CONNECT;
    private volatile long since = System.nanoTime();
    private volatile Reply refusal;
    private volatile Step refusedAt;
    private volatile boolean taken;
    private volatile boolean connected;
    private boolean resetting;

    Conversation(Patience patience) {
        this.patience = patience;
    }

    /**
     * @param perStep how long a server may take to connect, and to answer each command
     * @param forTheAnswer how long after the final dot: it may be delivering by then (RFC 5321, 4.5.3.2.6)
     */
    record Patience(Duration perStep, Duration forTheAnswer) {

        private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);

        /** How long a connection may take to close. */
        Duration closing() {
            return perStep.compareTo(LONGEST_CLOSING) < 0 ? perStep : LONGEST_CLOSING;
        }
    }

    void connected() {
        connected = true;
        resetting = false;
        go(Step.GREETING);
    }

    /** @param text written to the socket: one command, a group of them, or a part of the mail; whether it was the last one */
    boolean said(String text) {
        if (step == Step.DATA && text.equals(".\r\n")) {
            go(Step.ANSWER);
        } else if (step == Step.DATA) {
            since = System.nanoTime();
        } else if (text.startsWith("MAIL ") || text.startsWith("RCPT ") || text.startsWith("DATA")) {
            resetting = false;
            go(text.endsWith("DATA\r\n") ? Step.DATA : Step.ENVELOPE);
        } else if (!text.startsWith("QUIT")) {
            resetting = text.startsWith("RSET");
            go(Step.SESSION);
        } else {
            return true;
        }
        return false;
    }

    boolean givesTheMail() {
        return step == Step.DATA;
    }

    /** What the client writes after the end, because it has not noticed it yet, reaches nobody. */
    private void go(Step next) {
        if (ended.isDone()) {
            return;
        }
        refusal = null;
        step = next;
        since = System.nanoTime();
    }

    /** @param line without its end */
    void heard(String line) {
        lines.add(line);
        if (line.length() < 4 || line.charAt(3) != '-') {
            Reply reply = Reply.of(lines);
            lines.clear();
            boolean yes = step == Step.ANSWER ? reply.done() : reply.positive();
            taken |= yes
                    && step == Step.ANSWER
                    && refusal == null; // what is said after the answer is about something else
            if (!yes && refusal == null) {
                refusal = reply;
                refusedAt = step == Step.DATA ? Step.ENVELOPE : step;
            }
        }
    }

    /** Whether a connection was made for it: else it goes, or went, by one of before. */
    boolean hasConnected() {
        return connected;
    }

    /** The server has said that it took the mail. */
    boolean taken() {
        return taken;
    }

    /** The connection is closed; of one that was to be used again, or was used before and not for this mail yet, the client makes another. */
    void closed() {
        if (!resetting && step != Step.CONNECT) {
            ended.complete(null);
        }
    }

    /** @param failure in the client's words, or {@code null} */
    void ended(Throwable failure) {
        ended.complete(failure);
    }

    /**
     * Waits for the end.
     *
     * @param late is run when the answer to the mail takes longer than a step may
     */
    Outcome await(Runnable late) {
        boolean said = false;
        while (true) {
            boolean answering = step == Step.ANSWER;
            if (answering && !said && left(patience.perStep()) <= 0) {
                said = true;
                late.run();
            }
            long left = left(answering && said ? patience.forTheAnswer() : patience.perStep());
            if (left <= 0 && answering == (step == Step.ANSWER)) {
                return taken ? new Outcome.Taken() : refused(new Outcome.Silent(step));
            }
            try {
                return outcome(ended.get(Math.max(left, 1), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                // it may have gone on meanwhile
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Silent(step);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private long left(Duration allowed) {
        return allowed.toNanos() - (System.nanoTime() - since);
    }

    private Outcome outcome(Throwable failure) {
        if (taken) {
            return new Outcome.Taken();
        }
        boolean gone = failure == null || failure instanceof IOException && !(failure instanceof SSLException);
        return refused(
                gone ? new Outcome.Gone(step) : new Outcome.Unusable(step, String.valueOf(failure.getMessage())));
    }

    /** What the server said itself counts more than how it ended. */
    private Outcome refused(Outcome otherwise) {
        Reply said = refusal;
        return said == null ? otherwise : new Outcome.Refused(refusedAt, said);
    }
}
