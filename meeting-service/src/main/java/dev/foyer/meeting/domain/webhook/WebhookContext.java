package dev.foyer.meeting.domain.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * What the decider is given from outside.
 *
 * @param most webhooks of one tenant
 * @param bothSecrets how long the old secret signs after a rotation
 * @param failingAtMost so long nothing has succeeded: it is disabled
 */
public record WebhookContext(Instant now, int most, Duration bothSecrets, Duration failingAtMost) {}
