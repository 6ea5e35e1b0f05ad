package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What one decision may know beyond the mailbox.
 *
 * @param holdTime how long after its PIN was made a mail may be sent at most
 * @param pinByLinkOnly the tenant wants a link in its mails instead of the PIN ({@code pinMail}), as of now
 * @param switchedOff mails that the tenant does not want sent by themselves, as of now (D1)
 */
public record MailContext(Instant now, Duration holdTime, boolean pinByLinkOnly, Set<Kind> switchedOff) {

    /** Of a tenant that wants every mail. */
    public MailContext(Instant now, Duration holdTime, boolean pinByLinkOnly) {
        this(now, holdTime, pinByLinkOnly, Set.of());
    }
}
