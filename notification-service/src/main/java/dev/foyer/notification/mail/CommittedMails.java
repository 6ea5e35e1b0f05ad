package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mailboxes that have something to send, as the commits gave them: the worker need not ask the owner for what it was just
 * given. Each is taken once, and only while it is fresh: only the owner of a mailbox sends its mails, and after a queue
 * or a frozen process another instance may own it. Thread-safe; nothing blocks.
 */
final class CommittedMails {

    /** About as long as a mail takes to leave: nobody could tell whether ownership moved before or while it left. */
    static final Duration FRESH = Duration.ofMillis(200);

    private final Clock clock;
    private final Map<String, Given> byMailbox = new ConcurrentHashMap<>();

    private record Given(Mailbox state, Instant decidedAt) {}

    CommittedMails(Clock clock) {
        this.clock = clock;
    }

    /**
     * Replaces what was given of this mailbox before, so that what has been superseded meanwhile is not taken any more.
     *
     * @param decidedAt by this instance: its age includes the commit, so a freeze during that makes it stale
     */
    void put(String mailbox, Mailbox state, Instant decidedAt) {
        if (state.outgoing().findAny().isPresent()) {
            byMailbox.put(mailbox, new Given(state, decidedAt));
        } else {
            byMailbox.remove(mailbox);
        }
    }

    /** Empty when nothing was given, or too long ago: then ask the owner. */
    Optional<Mailbox> take(String mailbox) {
        return Optional.ofNullable(byMailbox.remove(mailbox))
                .filter(this::fresh)
                .map(Given::state);
    }

    /** What was given before is not to be relied on any more: it was reported on since, or read anew from the log. */
    void forget(String mailbox) {
        byMailbox.remove(mailbox);
    }

    /** A clock that was set back says nothing. */
    private boolean fresh(Given given) {
        Duration age = Duration.between(given.decidedAt(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }
}
