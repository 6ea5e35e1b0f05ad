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

    /** The same with another letter. */
    default Mail with(Letter letter) {
        return switch (this) {
            case Held held -> new Held(letter, held.expiresAt, held.reason, held.revealedAt);
            case Outgoing out ->
                new Outgoing(
                        letter,
                        out.expiresAt,
                        out.to,
                        out.released,
                        out.attempts,
                        out.lastProblem,
                        out.lastAttemptAt,
                        out.revealedAt,
                        out.retriedAt);
            case Settled over ->
                new Settled(
                        letter,
                        over.expiresAt,
                        over.to,
                        over.attempts,
                        over.outcome,
                        over.reason,
                        over.revealedAt,
                        over.openedAt);
        };
    }

    default UUID id() {
        return letter().id();
    }

    /** Whether it carries a PIN. */
    default boolean hasPin() {
        return letter().kind().hasPin();
    }

    /** It may still be sent without anybody's doing, or waits for an administrator. */
    default boolean open() {
        return switch (this) {
            case Held held -> true;
            case Outgoing outgoing -> true;
            case Settled settled -> false;
        };
    }

    /** It may still be sent: it is open, or an administrator may have it tried again. */
    default boolean alive() {
        return open() || this instanceof Settled settled && settled.outcome() == Outcome.FAILED;
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
     * @param lastAttemptAt {@code null} before the first, also of those since a retry
     * @param retriedAt when an administrator had it tried again, or {@code null}
     */
    record Outgoing(
            Letter letter,
            Instant expiresAt,
            String to,
            boolean released,
            int attempts,
            String lastProblem,
            Instant lastAttemptAt,
            Instant revealedAt,
            Instant retriedAt)
            implements Mail {

        /** One that nobody had tried again. */
        public Outgoing(
                Letter letter,
                Instant expiresAt,
                String to,
                boolean released,
                int attempts,
                String lastProblem,
                Instant lastAttemptAt,
                Instant revealedAt) {
            this(letter, expiresAt, to, released, attempts, lastProblem, lastAttemptAt, revealedAt, null);
        }
    }

    /**
     * Over. Remembered until the hold time is over, so that the same delivery may come again without a second mail.
     *
     * @param reason {@code null} where the outcome says it all
     * @param openedAt when its link showed the PIN; {@code null}: it never did
     */
    record Settled(
            Letter letter,
            Instant expiresAt,
            String to,
            int attempts,
            Outcome outcome,
            String reason,
            Instant revealedAt,
            Instant openedAt)
            implements Mail {

        /** One whose link nobody opened. */
        public Settled(
                Letter letter,
                Instant expiresAt,
                String to,
                int attempts,
                Outcome outcome,
                String reason,
                Instant revealedAt) {
            this(letter, expiresAt, to, attempts, outcome, reason, revealedAt, null);
        }
    }
}
