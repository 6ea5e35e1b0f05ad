package dev.foyer.notification.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * How busy a {@link MailWorker} is.
 *
 * @param parallel how many mails may be in flight at once
 * @param soon when something is looked at again that could not be done
 * @param afterRecovery how long a mail waits that is known from a recovery, so that another instance which has sent it
 *     can say so first: longer than {@code soon}, at which that one tries
 * @param restoredAt what was made until then is held when it is tried, for which nobody has to wait; {@code null}: nothing is
 */
record Pace(int parallel, Duration soon, Duration afterRecovery, Instant restoredAt) {

    static Pace of(int parallel, Instant restoredAt) {
        return new Pace(parallel, Duration.ofSeconds(1), Duration.ofSeconds(5), restoredAt);
    }
}
