package dev.foyer.meeting.api;

import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.webhook.WebhookSecret;

/** A secret that a request has made. Prints nothing of it. */
record NewSecret(WebhookSecret secret, String sealed) {

    /**
     * In clear, if it is the webhook's: so by the seal, because whether a command was decided before does not say by which request. Who
     * asks again has made another one, which nobody signs with; {@code null} then.
     */
    String shown(Webhook webhook) {
        return sealed.equals(webhook.secret()) ? secret.text() : null;
    }

    @Override
    public String toString() {
        return "NewSecret[***]";
    }
}
