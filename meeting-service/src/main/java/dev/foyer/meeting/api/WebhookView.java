package dev.foyer.meeting.api;

import dev.foyer.meeting.domain.webhook.Webhook;
import java.time.Instant;
import java.util.List;

/**
 * A webhook as others see it: without its secrets.
 *
 * @param status {@code ACTIVE}, {@code PAUSED} or {@code DISABLED}
 * @param disabledFor {@code GONE} or {@code FAILING}; {@code null} unless it is disabled
 * @param failingSince {@code null}: it works, as far as we know
 * @param previousSecretUntil until then the secret of before signs, too; {@code null}: it does not
 */
record WebhookView(
        String id,
        String url,
        List<String> types,
        String description,
        Webhook.Status status,
        Webhook.DisabledFor disabledFor,
        Instant addedAt,
        Instant failingSince,
        Instant previousSecretUntil) {

    static WebhookView of(Webhook is, Instant now) {
        return new WebhookView(
                is.id(),
                is.url(),
                is.types(),
                is.description(),
                is.status(),
                is.disabledFor(),
                is.addedAt(),
                is.failingSince(),
                is.secrets(now).size() > 1 ? is.previousUntil() : null);
    }
}
