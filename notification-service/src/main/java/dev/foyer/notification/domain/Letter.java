package dev.foyer.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * All that is needed to write one mail, except the PIN itself.
 *
 * @param id of the notification, given by pin-service
 * @param createdAt when pin-service made the PIN; how long it may be sent is counted from it
 * @param sequence of the event that made the PIN among those of its user; it orders the user's mails, because clocks may be
 *     set back. {@code null} in deliveries before 0.3
 * @param correlationId of the request that caused it
 * @param sealedPin {@code null} for a mail without a PIN
 * @param pinShown an administrator saw the PIN when it was made; {@code null}: nobody did
 * @param lock of {@link Kind#PIN_LOCKED}, else {@code null}
 * @param waiting of {@link Kind#SOMEBODY_WAITS}, else {@code null}
 */
public record Letter(
        UUID id,
        Kind kind,
        Recipient recipient,
        DialIn dialIn,
        SealedPin sealedPin,
        Instant createdAt,
        Long sequence,
        String correlationId,
        Boolean pinShown,
        PinLock lock,
        WaitingCallers waiting) {

    /** Of a mail that tells of nobody who waits. */
    public Letter(
            UUID id,
            Kind kind,
            Recipient recipient,
            DialIn dialIn,
            SealedPin sealedPin,
            Instant createdAt,
            Long sequence,
            String correlationId,
            Boolean pinShown,
            PinLock lock) {
        this(id, kind, recipient, dialIn, sealedPin, createdAt, sequence, correlationId, pinShown, lock, null);
    }

    /** Of a mail that tells of no lock. */
    public Letter(
            UUID id,
            Kind kind,
            Recipient recipient,
            DialIn dialIn,
            SealedPin sealedPin,
            Instant createdAt,
            Long sequence,
            String correlationId,
            Boolean pinShown) {
        this(id, kind, recipient, dialIn, sealedPin, createdAt, sequence, correlationId, pinShown, null);
    }

    /** The same with other numbers. */
    Letter with(DialIn other) {
        DialIn said = kind.ofOneMeeting()
                ? new DialIn(dialIn.conferenceId(), other.serviceNumber(), other.tollFreeServiceNumber())
                : other;
        return new Letter(
                id, kind, recipient, said, sealedPin, createdAt, sequence, correlationId, pinShown, lock, waiting);
    }

    /** The same for the user at another address, or at none. */
    Letter at(String address) {
        Recipient moved = new Recipient(
                recipient.tenant(), recipient.userId(), recipient.displayName(), address, recipient.language());
        return new Letter(
                id, kind, moved, dialIn, sealedPin, createdAt, sequence, correlationId, pinShown, lock, waiting);
    }

    /** After that it says nothing any more that holds. @param holdTime of PINs */
    Instant expiresAt(Duration holdTime) {
        return createdAt.plus(kind.mayWait(holdTime));
    }

    /** When its PIN was made, to be compared with what else happened to the user. */
    UserMoment made() {
        return new UserMoment(createdAt, sequence);
    }

    /** Whether somebody has seen the PIN already, so that nobody may see it again (A4). */
    boolean seen() {
        return Boolean.TRUE.equals(pinShown);
    }
}
