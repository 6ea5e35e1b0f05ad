package dev.foyer.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * All that is needed to write one mail, except the PIN itself.
 *
 * @param id of the notification, given by pin-service
 * @param createdAt when pin-service made the PIN; orders the mails of a user
 * @param correlationId of the request that caused it
 * @param pinShown an administrator saw the PIN when it was made; {@code null}: nobody did
 */
public record Letter(
        UUID id,
        Kind kind,
        Recipient recipient,
        DialIn dialIn,
        SealedPin sealedPin,
        Instant createdAt,
        String correlationId,
        Boolean pinShown) {

    /** Whether somebody has seen the PIN already, so that nobody may see it again (A4). */
    boolean seen() {
        return Boolean.TRUE.equals(pinShown);
    }
}
