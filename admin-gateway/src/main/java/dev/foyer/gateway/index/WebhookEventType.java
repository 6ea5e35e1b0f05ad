package dev.foyer.gateway.index;

import java.util.Set;

/** What of {@code meeting.events} is about webhooks: history, and no more; how they are, their owner is asked. */
final class WebhookEventType {

    private static final Set<String> ALL = Set.of(
            "foyer.meeting.WebhookAdded.v1",
            "foyer.meeting.WebhookChanged.v1",
            "foyer.meeting.WebhookSecretRotated.v1",
            "foyer.meeting.WebhookDisabled.v1",
            "foyer.meeting.WebhookRemoved.v1");

    private WebhookEventType() {}

    static boolean understands(String type) {
        return ALL.contains(type);
    }
}
