package dev.foyer.meeting.domain.webhook;

/** What became of a command. */
public sealed interface WebhookAnswer {

    /** It is as was wanted. @param webhookId of the one that it is about; {@code null}: of several or none */
    record WebhookNoted(String webhookId) implements WebhookAnswer {}
}
