package dev.foyer.meeting.domain.webhook;

import java.time.Instant;

/** A secret of before a rotation, sealed, which signs beside the newest until then. */
public record EarlierSecret(String secret, Instant until) {}
