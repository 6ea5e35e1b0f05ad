package dev.foyer.meeting.domain.webhook;

import java.time.Instant;
import java.util.List;

/** What happened to a tenant's webhooks. Stored in the journal as they are, with sealed secrets. */
public sealed interface WebhookEvent {

    /** Of all but whole tenants. */
    String webhookId();

    /** @param from events behind that are wanted; {@code null} before format 9: those that happened from then on */
    record WebhookAdded(
            String webhookId,
            String url,
            List<String> types,
            String description,
            String secret,
            Instant at,
            Beginning from)
            implements WebhookEvent {}

    /**
     * All that can be changed, as it is now.
     *
     * @param otherReceiver the URL is another one, so that what failed before says nothing any more; {@code null}: it is not, or
     *     this is from before format 9
     * @param from as of {@link WebhookAdded}, if it goes on by this; {@code null}: it does not
     */
    record WebhookChanged(
            String webhookId,
            String url,
            List<String> types,
            String description,
            Webhook.Status status,
            Instant at,
            Boolean otherReceiver,
            Beginning from)
            implements WebhookEvent {}

    /** @param previousUntil until then the secret of before signs, too */
    record WebhookSecretRotated(String webhookId, String secret, Instant previousUntil, Instant at)
            implements WebhookEvent {}

    /** By us: see {@link Webhook.DisabledFor}. */
    record WebhookDisabled(String webhookId, Webhook.DisabledFor reason, Instant at) implements WebhookEvent {}

    record WebhookRemoved(String webhookId, Instant at) implements WebhookEvent {}

    /** The first failure after a success. */
    record WebhookBeganToFail(String webhookId, Instant at) implements WebhookEvent {}

    /** The first success after a failure. */
    record WebhookWorksAgain(String webhookId, Instant at) implements WebhookEvent {}
}
