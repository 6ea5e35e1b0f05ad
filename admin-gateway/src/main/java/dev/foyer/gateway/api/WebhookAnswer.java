package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.WebhooksClient.Webhook;
import dev.foyer.gateway.clients.WebhooksClient.WithSecret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as the API shows one. Prints nothing of the secret. */
public record WebhookAnswer(
        String id,
        String url,
        List<String> types,
        String description,
        Status status,

        @Schema(description = "Why we disabled it: GONE, it answered 410; FAILING, nothing succeeded for days")
        DisabledFor disabledFor,

        Instant addedAt,

        @Schema(description = "The first failure after the last success; absent: it works")
        Instant failingSince,

        @Schema(description = "Until then deliveries carry a second signature, with the secret of before")
        Instant previousSecretUntil,

        @Schema(description = "whsec_ and base64; only in the answer to the request that made it")
        String secret) {

    /** Whether it is told anything. */
    @Schema(name = "WebhookStatus")
    public enum Status {
        ACTIVE,
        PAUSED,
        DISABLED
    }

    /** Why it is told nothing any more. */
    public enum DisabledFor {
        GONE,
        FAILING
    }

    static WebhookAnswer of(Webhook is) {
        return of(new WithSecret(is, null));
    }

    static WebhookAnswer of(WithSecret made) {
        Webhook is = made.webhook();
        return new WebhookAnswer(
                is.id(),
                is.url(),
                is.types(),
                is.description(),
                Status.valueOf(is.status()),
                is.disabledFor() == null ? null : DisabledFor.valueOf(is.disabledFor()),
                is.addedAt(),
                is.failingSince(),
                is.previousSecretUntil(),
                made.secret());
    }

    @Override
    public String toString() {
        return "WebhookAnswer[" + id + "]";
    }
}
