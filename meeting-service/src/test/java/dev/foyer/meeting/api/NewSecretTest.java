package dev.foyer.meeting.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.webhook.WebhookSecret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever made the secret that signs gets it, also if the command was found in the journal after a commit in doubt. */
@Tag("H2")
@Tag("F")
class NewSecretTest {

    private static final WebhookSecret SECRET = WebhookSecret.make();

    @Test
    void theSecretOfTheWebhookIsShownAndNoOther() {
        NewSecret made = new NewSecret(SECRET, "sealed-2");
        assertEquals(SECRET.text(), made.shown(webhook("sealed-2")));
        assertNull(made.shown(webhook("sealed-1")), "of the request before, whose repetition this is");
        assertFalse(made.toString().contains(SECRET.text()));
    }

    private static Webhook webhook(String sealed) {
        Instant now = Instant.parse("2026-11-27T10:15:30Z");
        return new Webhook(
                "wh_1",
                "https://a.example",
                List.of("x"),
                null,
                Webhook.Status.ACTIVE,
                null,
                sealed,
                null,
                null,
                now,
                now,
                null,
                null,
                List.of());
    }
}
