package dev.foyer.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * All that is needed to write one mail, except the PIN itself.
 *
 * @param id of the notification, given by pin-service
 * @param createdAt when pin-service made the PIN; orders the mails of a user
 * @param correlationId of the request that caused it
 */
public record Letter(
        UUID id,
        Kind kind,
        Recipient recipient,
        DialIn dialIn,
        SealedPin sealedPin,
        Instant createdAt,
        String correlationId) {}
