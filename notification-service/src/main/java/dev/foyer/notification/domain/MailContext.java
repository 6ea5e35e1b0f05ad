package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What one decision may know beyond the mailbox.
 *
 * @param holdTime how long after its PIN was made a mail may be sent at most
 * @param switchedOff mails that the tenant does not want sent by themselves, as of now (D1)
 */
public record MailContext(Instant now, Duration holdTime, Set<Kind> switchedOff) {

    /** Of a tenant that wants every mail. */
    public MailContext(Instant now, Duration holdTime) {
        this(now, holdTime, Set.of());
    }
}
