package dev.foyer.meeting.domain.webhook;

import java.time.Instant;
import java.util.List;

/** What can be wanted of a tenant's webhooks. Secrets are sealed before they come here. */
public sealed interface WebhookCommand {

    /** One more. @param from events behind that are wanted */
    record AddWebhook(
            String webhookId, String url, List<String> types, String description, String secret, Beginning from)
            implements WebhookCommand {}

    /**
     * Another address, other types, a pause. What is {@code null} stays as it is.
     *
     * @param noDescription whether the description goes
     * @param paused {@code false}: it goes on, also after it was disabled
     * @param from events behind that are wanted, if it goes on
     */
    record ChangeWebhook(
            String webhookId,
            String url,
            List<String> types,
            String description,
            boolean noDescription,
            Boolean paused,
            Beginning from)
            implements WebhookCommand {}

    /** Another secret, beside which the one before signs for a while. */
    record RotateWebhookSecret(String webhookId, String secret) implements WebhookCommand {}

    /** It is told nothing any more. */
    record RemoveWebhook(String webhookId) implements WebhookCommand {}

    /** All of them: the tenant ends. */
    record RemoveAllWebhooks() implements WebhookCommand {}

    /** How an attempt to deliver went that began then. @param url that was tried: of another one it says nothing */
    record NoteHealth(String webhookId, String url, Health health, Instant at) implements WebhookCommand {}

    /** What an attempt says about the receiver. */
    enum Health {
        WORKS,
        FAILS,
        IS_GONE
    }
}
