package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The waits that have begun, one for each mail. How long one is says the journal; once it has begun, no clock that
 * somebody sets makes it longer or begins it anew, however often it is asked for. And the pause before a mail is sent that is
 * known from a recovery: who had it before may have sent it, and may be about to say so. Thread-safe.
 */
final class RetryWaits {

    private final Retries retries;
    private final InstantSource clock;
    private final InstantSource steady;
    private final Map<String, Map<UUID, Wait>> begun = new ConcurrentHashMap<>();
    private final Map<String, Instant> paused = new ConcurrentHashMap<>();

    /** @param steady that is never set */
    RetryWaits(Retries retries, InstantSource clock, InstantSource steady) {
        this.retries = retries;
        this.clock = clock;
        this.steady = steady;
    }

    /**
     * @param underWay what is under way waits for nothing of its own; when it turns out to have failed, its wait begins
     * @param until by the steady clock
     */
    private record Wait(int attempts, boolean underWay, Instant until) {

        boolean isOf(Mail.Outgoing mail) {
            return attempts == mail.attempts() && underWay == mail.underWay();
        }
    }

    /** How long a mail of the mailbox has to wait; zero or less: it need not. */
    Duration left(String mailbox, Mail.Outgoing mail) {
        Wait wait = begun.computeIfAbsent(mailbox, same -> new ConcurrentHashMap<>())
                .compute(mail.id(), (same, known) -> known != null && known.isOf(mail) ? known : begin(mail));
        Instant pause = paused.getOrDefault(mailbox, wait.until());
        return Duration.between(steady.instant(), pause.isAfter(wait.until()) ? pause : wait.until());
    }

    /** How long nothing of this mailbox is sent, whatever its mails have to wait for; zero or less: it may be. */
    Duration pauseLeft(String mailbox) {
        Instant now = steady.instant();
        return Duration.between(now, paused.getOrDefault(mailbox, now));
    }

    /** Nothing of this mailbox is sent for so long. */
    void pause(String mailbox, Duration pause) {
        paused.put(mailbox, steady.instant().plus(pause));
    }

    private Wait begin(Mail.Outgoing mail) {
        return new Wait(mail.attempts(), mail.underWay(), steady.instant().plus(retries.left(mail, clock.instant())));
    }

    /** What they waited for is over: all waits that have begun end now. */
    void endAll() {
        begun.keySet().forEach(this::end);
    }

    /** The waits of this mailbox that have begun end now. */
    void end(String mailbox) {
        Instant now = steady.instant();
        begun.computeIfPresent(mailbox, (same, waits) -> {
            waits.replaceAll((mail, wait) -> new Wait(wait.attempts(), wait.underWay(), now));
            return waits;
        });
    }

    /** It is tried now; the others of its mailbox go on waiting. */
    void over(String mailbox, Mail.Outgoing tried) {
        begun.computeIfPresent(mailbox, (same, waits) -> {
            waits.remove(tried.id());
            return waits.isEmpty() ? null : waits;
        });
        paused.remove(mailbox);
    }

    /** It has nothing to wait for. */
    void over(String mailbox) {
        begun.remove(mailbox);
        paused.remove(mailbox);
    }
}
