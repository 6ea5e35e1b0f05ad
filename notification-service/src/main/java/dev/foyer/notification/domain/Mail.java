package dev.foyer.notification.domain;

import java.time.Instant;
import java.util.UUID;

/** One mail in one of its states; each carries what is true only then. */
public sealed interface Mail {

    /** What to write, and for whom. */
    Letter letter();

    /** From here on it is never sent. */
    Instant expiresAt();

    /** Where it goes, went or would go; {@code null} when nobody knows. */
    String to();

    /** How often a mail server was tried, the successful time included. */
    int attempts();

    /** When an administrator looked at its PIN; {@code null} when nobody did. Never forgotten as long as the mail is known. */
    Instant revealedAt();

    default UUID id() {
        return letter().id();
    }

    /** Its PIN may still reach somebody. */
    default boolean open() {
        return switch (this) {
            case Held held -> true;
            case Outgoing outgoing -> true;
            case Settled settled -> false;
        };
    }

    /** Whether the hold time is over. */
    default boolean expired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** Waits for an administrator. */
    record Held(Letter letter, Instant expiresAt, HoldReason reason, Instant revealedAt) implements Mail {
        @Override
        public String to() {
            return letter.recipient().address();
        }

        @Override
        public int attempts() {
            return 0;
        }
    }

    /**
     * On its way: it is tried until a server takes it, refuses it for good, or the hold time is over.
     *
     * @param released it was held before, and an administrator sent it
     * @param lastProblem what the last attempt met; {@code null} before the first
     * @param lastAttemptAt {@code null} before the first
     */
    record Outgoing(
            Letter letter,
            Instant expiresAt,
            String to,
            boolean released,
            int attempts,
            String lastProblem,
            Instant lastAttemptAt,
            Instant revealedAt)
            implements Mail {}

    /**
     * Over. Remembered until the hold time is over, so that the same delivery may come again without a second mail.
     *
     * @param reason {@code null} where the outcome says it all
     */
    record Settled(
            Letter letter,
            Instant expiresAt,
            String to,
            int attempts,
            Outcome outcome,
            String reason,
            Instant revealedAt)
            implements Mail {}
}
