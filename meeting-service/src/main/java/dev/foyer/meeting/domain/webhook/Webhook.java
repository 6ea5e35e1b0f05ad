package dev.foyer.meeting.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One subscription.
 *
 * @param types of events, as CloudEvents name them
 * @param description {@code null}: none
 * @param disabledFor {@code null} unless it is disabled
 * @param secret sealed: in clear it is nowhere but in one answer and, while something is signed, in memory
 * @param previousSecret sealed, of before the last rotation; {@code null}: none
 * @param previousUntil until then both sign
 * @param wantedSince events from then on are delivered: when it was added, or went on
 * @param failingSince the first failure after the last success; {@code null}: it works, as far as we know
 */
public record Webhook(
        String id,
        String url,
        List<String> types,
        String description,
        Status status,
        DisabledFor disabledFor,
        String secret,
        String previousSecret,
        Instant previousUntil,
        Instant addedAt,
        Instant wantedSince,
        Instant failingSince) {

    /** So much the clocks of two instances may differ: what happened right after the answer is not missed. */
    static final Duration CLOCKS = Duration.ofSeconds(2);

    /** Whether it is told anything. */
    public enum Status {
        ACTIVE,
        /** By somebody. */
        PAUSED,
        /** By us. */
        DISABLED
    }

    /** Why we tell it nothing any more. */
    public enum DisabledFor {
        /** It answered 410. */
        GONE,
        /** Nothing has succeeded for too long. */
        FAILING
    }

    /** Whether an event of that type, which happened then, is to be delivered. */
    public boolean wants(String type, Instant happenedAt) {
        return status == Status.ACTIVE && types.contains(type) && !happenedAt.isBefore(wantedSince.minus(CLOCKS));
    }

    /** Sealed, the newest first: what a delivery is signed with. */
    public List<String> secrets(Instant now) {
        return previousSecret != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    Webhook changed(WebhookEvent.WebhookChanged e) {
        boolean goesOn = e.status() == Status.ACTIVE && status != Status.ACTIVE;
        return new Webhook(
                id,
                e.url(),
                e.types(),
                e.description(),
                e.status(),
                e.status() == Status.DISABLED ? disabledFor : null,
                secret,
                previousSecret,
                previousUntil,
                addedAt,
                goesOn ? e.at() : wantedSince,
                goesOn ? null : failingSince);
    }

    Webhook rotated(WebhookEvent.WebhookSecretRotated e) {
        return new Webhook(
                id,
                url,
                types,
                description,
                status,
                disabledFor,
                e.secret(),
                secret,
                e.previousUntil(),
                addedAt,
                wantedSince,
                failingSince);
    }

    Webhook failing(Instant since) {
        return with(status, disabledFor, since);
    }

    Webhook disabled(DisabledFor reason) {
        return with(Status.DISABLED, reason, failingSince);
    }

    private Webhook with(Status nextStatus, DisabledFor reason, Instant since) {
        return new Webhook(
                id,
                url,
                types,
                description,
                nextStatus,
                reason,
                secret,
                previousSecret,
                previousUntil,
                addedAt,
                wantedSince,
                since);
    }
}
