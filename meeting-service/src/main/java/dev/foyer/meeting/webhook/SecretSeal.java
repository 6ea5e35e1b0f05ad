package dev.foyer.meeting.webhook;

import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.EcKeySet;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps secrets so that the journal may have them: sealed to a key of this service, for one webhook of one tenant. Thread-safe.
 */
public final class SecretSeal {

    private final BoundSeal seal;

    /** @param keys pairs, the current one first */
    public SecretSeal(Supplier<EcKeySet> keys) {
        this.seal = new BoundSeal("webhook-secret", keys);
    }

    /** For that webhook and no other. */
    public String seal(WebhookSecret secret, String tenant, String webhookId) {
        return seal.seal(secret.text(), boundTo(tenant, webhookId));
    }

    /** @throws CannotOpen when the key is missing, or it is no secret of this webhook */
    WebhookSecret open(String sealed, String tenant, String webhookId) {
        return switch (seal.open(sealed, boundTo(tenant, webhookId))) {
            case BoundSeal.Opened.Content(String text) -> WebhookSecret.of(text);
            case BoundSeal.Opened.KeyIsMissing() ->
                throw new CannotOpen("the key that its secret is sealed to is not in foyer.webhooks.keys-file");
            case BoundSeal.Opened.ForAnother(), BoundSeal.Opened.Broken() ->
                throw new CannotOpen("its secret cannot be opened");
        };
    }

    /** Nothing can be signed; that may change when the key comes back. */
    static final class CannotOpen extends RuntimeException {
        CannotOpen(String why) {
            super(why, null, false, false);
        }
    }

    private static Map<String, String> boundTo(String tenant, String webhookId) {
        return Map.of("tenant", tenant, "webhookId", webhookId);
    }
}
