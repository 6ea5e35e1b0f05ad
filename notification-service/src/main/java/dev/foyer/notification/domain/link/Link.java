package dev.foyer.notification.domain.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known of the hash of a token. */
public sealed interface Link {

    /** After the mail's own end: who made it may repeat that for a day, and clocks differ. */
    Duration KEPT = Duration.ofHours(25);

    /** There is no such link, or not any more. */
    record None() implements Link {}

    /**
     * @param mailbox {@code tenant/userId}
     * @param expiresAt of the mail
     */
    record ToMail(String mailbox, UUID mail, Instant expiresAt) implements Link {}

    /** When nobody need know it any more. */
    default Optional<Instant> forgottenAt() {
        return switch (this) {
            case None() -> Optional.empty();
            case ToMail(String _, UUID _, Instant expiresAt) -> Optional.of(expiresAt.plus(KEPT));
        };
    }
}
