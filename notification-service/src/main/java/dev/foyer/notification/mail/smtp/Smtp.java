package dev.foyer.notification.mail.smtp;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Hands mails to the server, as many at once as there are callers. A connection over which a mail went well, and nothing was said
 * unasked, is used for the next one; any other is closed before its mail is reported on, so a second attempt never overlaps the first. Thread-safe; blocks.
 */
public final class Smtp implements AutoCloseable {

    private final Vertx vertx;
    private final Function<Vertx, MailClient> clients;
    private final Conversation.Patience patience;
    private final Deque<Link> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * @param clients makes a client that uses the given Vert.x
     * @param patience how long a server may take for one step
     * @param forTheAnswer how long it may take when it has the whole mail
     * @throws IllegalArgumentException with one sentence
     */
    public Smtp(Vertx vertx, Function<Vertx, MailClient> clients, Duration patience, Duration forTheAnswer) {
        if (!patience.isPositive() || forTheAnswer.compareTo(patience) < 0) {
            throw new IllegalArgumentException("foyer.mail.patience must be more than nothing, and"
                    + " foyer.mail.patience-for-answer no shorter than it.");
        }
        this.vertx = vertx;
        this.clients = clients;
        this.patience = new Conversation.Patience(patience, forTheAnswer);
    }

    /**
     * Returns when it is known what became of the mail, or when nothing more can be heard of it. A connection of before that is not good any
     * more says nothing of the server as it is now: before a mail was given to it, another one is tried.
     *
     * @param late is run when the server takes longer than a step may for its answer to the mail; it goes on waiting
     */
    public Outcome send(FinishedMail mail, Runnable late) {
        Link used = used();
        if (used != null) {
            Conversation conversation = new Conversation(patience);
            Outcome outcome = over(used, conversation, mail, late);
            if (conversation.hasConnected() || !wasOver(outcome)) {
                return outcome;
            }
        }
        return over(new Link(vertx, clients, patience.closing()), new Conversation(patience), mail, late);
    }

    /** Closed by the server because nobody used it, or by the client or the server because it has carried enough. */
    private static boolean wasOver(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Gone(Step step) -> step.beforeTheMail();
            case Outcome.Refused(Step step, Reply reply) -> reply.goodBye() && step.compareTo(Step.ENVELOPE) <= 0;
            case Outcome.Taken(), Outcome.Silent(Step _), Outcome.Unusable(Step _, String _) -> false;
        };
    }

    private Outcome over(Link link, Conversation conversation, FinishedMail mail, Runnable late) {
        Outcome outcome = null;
        try {
            link.send(mail, conversation);
            outcome = conversation.await(late);
        } finally {
            if (!(outcome instanceof Outcome.Taken && link.inTurn() && keep(link))) {
                link.drop();
            }
        }
        // The answer may have come while the connection was being closed.
        return conversation.taken() ? new Outcome.Taken() : outcome;
    }

    /** A connection that stands; {@code null}: none is free. */
    private Link used() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    private boolean keep(Link link) {
        synchronized (idle) {
            link.tidy();
            return !closed && idle.offerLast(link);
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Link::drop);
            idle.clear();
        }
    }
}
