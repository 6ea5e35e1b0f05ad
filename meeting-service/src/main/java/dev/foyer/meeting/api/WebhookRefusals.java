package dev.foyer.meeting.api;

import dev.foyer.base.Problem;
import dev.foyer.meeting.domain.webhook.EventTypes;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;

/** The one mapping from what webhooks refuse to problems. */
final class WebhookRefusals {

    private WebhookRefusals() {}

    static Problem problem(WebhookRefusal refusal) {
        return switch (refusal) {
            case WebhookRefusal.WebhookNotFound _ ->
                Problem.of(404, "webhook-not-found", "No such webhook", "Your tenant has no webhook of this id.");
            case WebhookRefusal.TooManyWebhooks it ->
                Problem.of(
                        409,
                        "too-many-webhooks",
                        "There are as many webhooks as there may be",
                        "A tenant has " + it.most() + " webhooks at most; remove one, or give one of them more types.");
            case WebhookRefusal.RotatedTooOften it ->
                Problem.of(
                        409,
                        "secret-rotated-too-often",
                        "As many secrets sign as may",
                        "Each secret signs for a while after its rotation, so that your receiver is never cut off, and there"
                                + " is room for another one at " + it.until()
                                + "; if a secret is known to somebody else,"
                                + " remove the webhook and add it again.");
            case WebhookRefusal.DeliveryNotFound _ ->
                Problem.of(
                        404,
                        "delivery-not-found",
                        "No such delivery",
                        "This webhook has no delivery of this id, or not any more.");
        };
    }

    static Problem url(String objection) {
        return Problem.of(400, "webhook-url-refused", "The URL is refused", "The url " + objection + ".");
    }

    static Problem types(String wrong) {
        return Problem.of(
                400,
                "webhook-types-refused",
                "No such type of events",
                "types names at least one of: " + String.join(", ", EventTypes.all()) + ". "
                        + (wrong == null ? "It is empty." : "There is no " + wrong + "."));
    }

    static Problem isOff() {
        return Problem.of(
                409,
                "webhook-not-active",
                "The webhook is told nothing at present",
                "It is paused or disabled; let it go on first, by a change of paused to false.");
    }

    static Problem cursor() {
        return Problem.of(
                400,
                "cursor-invalid",
                "The cursor is not of this list",
                "Send the next of the page before, as it was.");
    }
}
