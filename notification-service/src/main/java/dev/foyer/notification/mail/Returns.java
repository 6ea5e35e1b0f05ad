package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells whether a mail that was taken is the first one after a time in which none was: then nobody needs to wait any longer (L12).
 *
 * <p>A server that was away and is back is a fact. One that refused several mails for now, each by itself, may have refused everybody,
 * or only full mailboxes and greylisted senders, of which there are always some: that is a guess. It is made only when nothing was taken for a
 * while, and each one after another later than the one before, so that those are not tried more often than their own waits allow.
 * Not thread-safe.
 */
final class Returns {

    /** So long it takes nothing before single refusals may have been everybody's. */
    static final Duration LONG = Duration.ofMinutes(1);

    /** About as long as the longest own wait: whoever has that tries then anyway. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Backoff BETWEEN_GUESSES = Backoff.between(LONG, LONGEST);

    private final InstantSource steady;
    private int away;
    private int refused;
    private Instant lastTook;
    private Instant nextGuess;
    private int guesses;

    Returns(InstantSource steady) {
        this.steady = steady;
        this.lastTook = steady.instant();
        this.nextGuess = lastTook;
    }

    /** It could not be spoken to, or wanted nothing of us. */
    void wasAway() {
        away++;
    }

    /** It did not want one mail for now. */
    void refused() {
        refused++;
    }

    /** It took one; gives whether all who wait should try again now. */
    boolean took() {
        Instant now = steady.instant();
        boolean back = away >= MailServer.ENOUGH || away + refused >= MailServer.ENOUGH && isGuess(now);
        away = 0;
        refused = 0;
        lastTook = now;
        return back;
    }

    private boolean isGuess(Instant now) {
        if (now.isBefore(lastTook.plus(LONG)) || now.isBefore(nextGuess)) {
            return false;
        }
        guesses = now.isBefore(nextGuess.plus(LONGEST)) ? guesses + 1 : 1;
        nextGuess = now.plus(BETWEEN_GUESSES.after(guesses));
        return true;
    }
}
