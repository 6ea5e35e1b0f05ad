package dev.foyer.notification.domain;

/** How to reach the user's conferences by telephone; the numbers are E.164 and may be {@code null}. */
public record DialIn(String conferenceId, String serviceNumber, String tollFreeServiceNumber) {}
