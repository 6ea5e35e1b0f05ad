package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What one decision may know beyond the mailbox.
 *
 * @param holdTime how long after its PIN was made a mail may be sent at most
 */
public record MailContext(Instant now, Duration holdTime) {}
