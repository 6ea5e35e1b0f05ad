package dev.foyer.meeting.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One subscription.
 *
 * @param types of events, as CloudEvents name them
 * @param description {@code null}: none
 * @param disabledFor {@code null} unless it is disabled
 * @param secret sealed: in clear it is nowhere but in one answer and, while something is signed, in memory
 * @param previousSecret sealed, of before the last rotation; {@code null}: none
 * @param previousUntil until then both sign
 * @param wantedSince when it was added, or went on
 * @param failingSince the first failure after the last success; {@code null}: it works, as far as we know
 * @param from events behind that are delivered; {@code null} before format 9: those that happened since {@code wantedSince}
 * @param olderSecrets of before {@code previousSecret}, the newest first; those that still sign, and perhaps others
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
        Instant failingSince,
        Beginning from,
        List<EarlierSecret> olderSecrets) {

    /** Where only times are known. So much the clocks of two instances may differ. */
    static final Duration CLOCKS = Duration.ofSeconds(2);

    /** So many secrets sign at a time; who needs more rotates because of something else. */
    static final int MOST_SECRETS = 4;

    public Webhook {
        olderSecrets = olderSecrets == null ? List.of() : List.copyOf(olderSecrets);
    }

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

    /** Whether an event of that type, which lies there and happened then, is to be delivered. */
    public boolean wants(String type, Beginning.Place place, Instant happenedAt) {
        return status == Status.ACTIVE
                && types.contains(type)
                && (from == null ? !happenedAt.isBefore(wantedSince.minus(CLOCKS)) : from.isBefore(place));
    }

    /** Sealed, the newest first: what a delivery is signed with. */
    public List<String> secrets(Instant now) {
        return Stream.concat(
                        Stream.of(secret),
                        earlier().filter(one -> now.isBefore(one.until())).map(EarlierSecret::secret))
                .toList();
    }

    /** Until when no other can be made; empty: it can be now. */
    Optional<Instant> rotatedTooOften(Instant now) {
        List<Instant> ends = earlier()
                .map(EarlierSecret::until)
                .filter(now::isBefore)
                .sorted()
                .toList();
        return ends.size() < MOST_SECRETS - 1 ? Optional.empty() : Optional.of(ends.getFirst());
    }

    private Stream<EarlierSecret> earlier() {
        return previousSecret == null
                ? Stream.empty()
                : Stream.concat(Stream.of(new EarlierSecret(previousSecret, previousUntil)), olderSecrets.stream());
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
                goesOn || Boolean.TRUE.equals(e.otherReceiver()) ? null : failingSince,
                goesOn ? e.from() : from,
                olderSecrets);
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
                failingSince,
                from,
                earlier().filter(one -> e.at().isBefore(one.until())).toList());
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
                since,
                from,
                olderSecrets);
    }
}
