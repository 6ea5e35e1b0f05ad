package dev.foyer.notification.domain;

import java.time.Instant;
import java.util.UUID;

/** What happened to the mails of one user. Written to the journal as they stand here. */
public sealed interface MailEvent {

    /** When it was decided. */
    Instant at();

    /** The mail goes to a server as soon as possible. */
    record MailQueued(Letter letter, String to, Instant expiresAt, Instant at) implements MailEvent {}

    /** The mail waits for an administrator. */
    record MailHeld(Letter letter, HoldReason reason, Instant expiresAt, Instant at) implements MailEvent {}

    /** An administrator sent a held mail. */
    record MailReleased(UUID id, String to, Instant at) implements MailEvent {}

    /**
     * The user's address has changed; the mail goes to the new one, or waits where there is none.
     *
     * @param address {@code null}: none any more
     * @param changedAt and {@code sequence}: see {@link UserMoment}
     */
    record MailReaddressed(UUID id, String address, Instant changedAt, Long sequence, Instant at) implements MailEvent {
        UserMoment changed() {
            return new UserMoment(changedAt, sequence);
        }
    }

    /** From here on a server may have it, until it is said what became of that. */
    record MailAttemptBegun(UUID id, Instant at) implements MailEvent {}

    /** No server took it in the attempt that was under way when it was settled, or lost its address. */
    record MailDidNotLeave(UUID id, Instant at) implements MailEvent {}

    /** It would have been sent again after a restore, and waits for an administrator instead, who knows what became of it. */
    record RestoredMailHeld(UUID id, Instant at) implements MailEvent {}

    /** A server could not be reached or refused for now. */
    record MailAttemptFailed(UUID id, String problem, Instant at) implements MailEvent {}

    /** An administrator has a mail tried again that had failed. */
    record MailRetried(UUID id, Instant at) implements MailEvent {}

    /**
     * Mails that wait say the numbers of now from here on.
     *
     * @param sequence of the event among those of the user; mails made later have their own
     */
    record DialInChanged(DialIn dialIn, Instant changedAt, Long sequence, Instant at) implements MailEvent {
        UserMoment changed() {
            return new UserMoment(changedAt, sequence);
        }
    }

    /**
     * A server took it.
     *
     * @param to where it went; {@code null}: where it was to go, as always in journals before format 4
     */
    record MailSent(UUID id, String to, Instant at) implements MailEvent {
        /** It went where it was to go. */
        public MailSent(UUID id, Instant at) {
            this(id, null, at);
        }
    }

    /**
     * It will not be sent.
     *
     * @param tried a mail server was asked, and refused for good
     */
    record MailFailed(UUID id, String reason, boolean tried, Instant at) implements MailEvent {}

    /** An administrator threw a held mail away. */
    record MailDiscarded(UUID id, Instant at) implements MailEvent {}

    /** An administrator looks at the PIN of a held mail; durable before the PIN is shown. The mail goes on being held. */
    record MailRevealed(UUID id, Instant at) implements MailEvent {}

    /** Somebody pressed the button behind the mail's link (D7); durable before the PIN is shown. */
    record MailOpened(UUID id, Instant at) implements MailEvent {}

    /** An administrator gave the user by hand what a held mail says. */
    record MailHandedOver(UUID id, Instant at) implements MailEvent {}

    /** No administrator looked after a held mail within the hold time. */
    record MailExpired(UUID id, Instant at) implements MailEvent {}

    /** Its PIN became stale first. */
    record MailSuperseded(UUID id, SupersedeReason reason, Instant at) implements MailEvent {}

    /**
     * A superseded mail turned out to have left: a server was taking it at that very moment. SMTP has no way back; the
     * newer mail follows behind it.
     *
     * @param to as of {@link MailSent}
     */
    record SupersededMailLeft(UUID id, String to, Instant at) implements MailEvent {
        /** It went where it was to go. */
        public SupersededMailLeft(UUID id, Instant at) {
            this(id, null, at);
        }
    }

    /**
     * The user was removed; mails made until then are that person's for ever (G6).
     *
     * @param leftAt and {@code sequence}: see {@link UserMoment}
     */
    record UserDepartureNoted(Instant leftAt, Long sequence, Instant at) implements MailEvent {
        UserMoment left() {
            return new UserMoment(leftAt, sequence);
        }
    }

    /**
     * PINs made until then are dead, also those whose delivery is still to come.
     *
     * @param disabledAt and {@code sequence}: see {@link UserMoment}
     */
    record UserDisablingNoted(Instant disabledAt, Long sequence, Instant at) implements MailEvent {

        UserMoment disabled() {
            return new UserMoment(disabledAt, sequence);
        }
    }
}
