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

    /** How often a mail server was tried, the successful time and one under way included. */
    int attempts();

    /** As {@link #doubt}; {@code null}: all is known. */
    Doubt unsure();

    /** What of these attempts is not known. */
    default Doubt doubt() {
        return unsure() == null ? Doubt.NONE : unsure();
    }

    /** When an administrator looked at its PIN; {@code null} when nobody did. Never forgotten as long as the mail is known. */
    Instant revealedAt();

    /** The same with another letter. */
    default Mail with(Letter letter) {
        return switch (this) {
            case Held held ->
                new Held(letter, held.expiresAt, held.reason, held.revealedAt, held.attempts(), held.unsure);
            case Outgoing out -> out.with(letter, out.to);
            case Settled over -> over.about(letter);
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

    /** An administrator chose where it goes, so the user's own address does not matter to it (D2). */
    default boolean goesWhereChosen() {
        return switch (this) {
            case Held held -> false;
            case Outgoing outgoing -> outgoing.chosen != null;
            case Settled settled -> settled.chosen != null;
        };
    }

    /** Whether the hold time is over. */
    default boolean expired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** What need not be said is not written either. */
    private static Boolean said(Boolean chosen) {
        return Boolean.TRUE.equals(chosen) ? chosen : null;
    }

    private static Doubt said(Doubt unsure) {
        return Doubt.NONE.equals(unsure) ? null : unsure;
    }

    /**
     * Waits for an administrator.
     *
     * @param tried how often; {@code null}: never. More than that when it was on its way, and the user's address went away
     */
    record Held(Letter letter, Instant expiresAt, HoldReason reason, Instant revealedAt, Integer tried, Doubt unsure)
            implements Mail {

        /** One that was never on its way. */
        public Held(Letter letter, Instant expiresAt, HoldReason reason, Instant revealedAt) {
            this(letter, expiresAt, reason, revealedAt, null, null);
        }

        public Held {
            tried = tried == null || tried == 0 ? null : tried;
            unsure = said(unsure);
        }

        @Override
        public String to() {
            return letter.recipient().address();
        }

        @Override
        public int attempts() {
            return tried == null ? 0 : tried;
        }
    }

    /**
     * On its way: it is tried until a server takes it, refuses it for good, or the hold time is over.
     *
     * @param released it was held before, and an administrator sent it
     * @param lastProblem what the last attempt met; {@code null} before the first
     * @param lastAttemptAt {@code null} before the first has ended, also of those since a retry
     * @param retriedAt when an administrator had it tried again, or {@code null}
     * @param chosen see {@link Mail#goesWhereChosen}; {@code null}: no
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
            Instant retriedAt,
            Boolean chosen,
            Doubt unsure)
            implements Mail {

        public Outgoing {
            chosen = said(chosen);
            unsure = said(unsure);
        }

        /** One that nobody had tried again, to the user's own address. */
        public Outgoing(
                Letter letter,
                Instant expiresAt,
                String to,
                boolean released,
                int attempts,
                String lastProblem,
                Instant lastAttemptAt,
                Instant revealedAt) {
            this(letter, expiresAt, to, released, attempts, lastProblem, lastAttemptAt, revealedAt, null, null, null);
        }

        /** The same for a user at another address. */
        Outgoing with(Letter moved, String address) {
            return new Outgoing(
                    moved,
                    expiresAt,
                    address,
                    released,
                    attempts,
                    lastProblem,
                    lastAttemptAt,
                    revealedAt,
                    retriedAt,
                    chosen,
                    unsure);
        }

        /** The same after one more attempt has begun, or has ended. */
        Outgoing tried(int times, String problem, Instant endedAt, Doubt unknown) {
            return new Outgoing(
                    letter, expiresAt, to, released, times, problem, endedAt, revealedAt, retriedAt, chosen, unknown);
        }

        /** A server may have it at this moment, or had it when whoever sent it went away. */
        public boolean underWay() {
            return doubt().open();
        }
    }

    /**
     * Over. Remembered until the hold time is over, so that the same delivery may come again without a second mail.
     *
     * @param reason {@code null} where the outcome says it all
     * @param openedAt when its link showed the PIN; {@code null}: it never did
     * @param chosen of one that failed: see {@link Mail#goesWhereChosen}; {@code null}: no
     */
    record Settled(
            Letter letter,
            Instant expiresAt,
            String to,
            int attempts,
            Outcome outcome,
            String reason,
            Instant revealedAt,
            Instant openedAt,
            Boolean chosen,
            Doubt unsure)
            implements Mail {

        public Settled {
            chosen = said(chosen);
            unsure = said(unsure);
        }

        /** One that went to the user's own address. */
        public Settled(
                Letter letter,
                Instant expiresAt,
                String to,
                int attempts,
                Outcome outcome,
                String reason,
                Instant revealedAt,
                Instant openedAt) {
            this(letter, expiresAt, to, attempts, outcome, reason, revealedAt, openedAt, null, null);
        }

        private Settled about(Letter other) {
            return new Settled(other, expiresAt, to, attempts, outcome, reason, revealedAt, openedAt, chosen, unsure);
        }
    }
}
