package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What one decision may know beyond the mailbox.
 *
 * @param holdTime how long after its PIN was made a mail may be sent at most
 * @param switchedOff mails that the tenant does not want sent by themselves, as of now (D1)
 * @param restoredAt the moment of the backup that this Foyer was restored from; {@code null}: it never was
 */
public record MailContext(Instant now, Duration holdTime, Set<Kind> switchedOff, Instant restoredAt) {

    /** Of a Foyer that was never restored. */
    public MailContext(Instant now, Duration holdTime, Set<Kind> switchedOff) {
        this(now, holdTime, switchedOff, null);
    }

    /** Of a tenant that wants every mail. */
    public MailContext(Instant now, Duration holdTime) {
        this(now, holdTime, Set.of());
    }

    /** Whether it was made before the backup, so that whoever had the mails since may have sent it. */
    boolean mayHaveLeftBefore(Letter letter) {
        return restoredAt != null && !letter.createdAt().isAfter(restoredAt);
    }
}
