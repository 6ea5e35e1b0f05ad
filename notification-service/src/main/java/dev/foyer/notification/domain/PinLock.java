package dev.foyer.notification.domain;

import java.time.Instant;

/**
 * The lock that a mail tells of.
 *
 * @param until when it opens by itself; {@code null}: not before an administrator acts
 */
public record PinLock(Instant since, Instant until) {}
