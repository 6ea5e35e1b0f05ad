package dev.foyer.notification.domain;

import java.time.Instant;

/**
 * What a mail tells of those who wait in a meeting.
 *
 * @param since when whoever waits longest began
 * @param callers how many waited when it was told
 */
public record WaitingCallers(Instant since, int callers) {}
