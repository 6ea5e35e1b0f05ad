package dev.foyer.meeting.contract;

import java.time.Instant;
import java.util.List;

/**
 * The data of the public events of webhooks, field for field as the schemas have them; absent fields are {@code null}. The schemas
 * describe the fields. Never a secret, and of a URL not its query, in which one may stand.
 */
public sealed interface WebhookEventsV1 {

    /** Whose record it is. */
    String tenant();

    /** With the tenant key and subject of the record. */
    String webhookId();

    record WebhookAdded(String tenant, String webhookId, String url, List<String> types, String description, Instant at)
            implements WebhookEventsV1 {}

    record WebhookChanged(
            String tenant,
            String webhookId,
            String url,
            List<String> types,
            String description,
            String status,
            Instant at)
            implements WebhookEventsV1 {}

    record WebhookSecretRotated(String tenant, String webhookId, Instant previousUntil, Instant at)
            implements WebhookEventsV1 {}

    record WebhookDisabled(String tenant, String webhookId, String reason, Instant at) implements WebhookEventsV1 {}

    record WebhookRemoved(String tenant, String webhookId, Instant at) implements WebhookEventsV1 {}
}
