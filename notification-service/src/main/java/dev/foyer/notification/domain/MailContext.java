package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What one decision may know beyond the mailbox.
 *
 * @param holdTime how long after its PIN was made a mail may be sent at most
 * @param pinByLinkOnly the tenant wants a link in its mails instead of the PIN ({@code pinMail}), as of now
 */
public record MailContext(Instant now, Duration holdTime, boolean pinByLinkOnly) {}
