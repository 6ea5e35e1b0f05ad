package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.PinLock;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.WaitingCallers;
import java.time.Instant;
import java.util.UUID;

/**
 * The fields of {@code foyer.pin.MailNotice.v1}, of {@code foyer.pin.LockNotice.v1}, which has a lock instead of an address, and of
 * {@code foyer.pin.WaitingNotice.v1}, which has a wait.
 */
record MailNotice(
        UUID notificationId,
        Kind kind,
        String tenant,
        String userId,
        String displayName,
        String primarySmtpAddress,
        String preferredLanguage,
        String conferenceId,
        String serviceNumber,
        String tollFreeServiceNumber,
        Instant lockedSince,
        Instant lockedUntil,
        Instant waitingSince,
        Integer waiting,
        String sendEmailToAddress,
        Instant at,
        Long sequence) {

    static final String TYPE = "foyer.pin.MailNotice.v1";
    static final String OF_LOCK = "foyer.pin.LockNotice.v1";
    static final String OF_WAIT = "foyer.pin.WaitingNotice.v1";

    /** @throws dev.foyer.base.events.Unacceptable when a field has the wrong type */
    static MailNotice of(InboundEvent event) {
        return EventData.of(event).as(MailNotice.class);
    }

    String mailbox() {
        return required(tenant, "tenant") + "/" + required(userId, "userId");
    }

    /** @throws dev.foyer.base.events.Unacceptable when a field is missing */
    NoticeMail command(String correlationId) {
        return new NoticeMail(
                new Letter(
                        required(notificationId, "notificationId"),
                        required(kind, "kind"),
                        new Recipient(
                                tenant,
                                userId,
                                required(displayName, "displayName"),
                                primarySmtpAddress,
                                preferredLanguage),
                        new DialIn(required(conferenceId, "conferenceId"), serviceNumber, tollFreeServiceNumber),
                        null,
                        required(at, "at"),
                        required(sequence, "sequence"),
                        correlationId,
                        null,
                        kind == Kind.PIN_LOCKED ? new PinLock(required(lockedSince, "lockedSince"), lockedUntil) : null,
                        kind == Kind.SOMEBODY_WAITS
                                ? new WaitingCallers(
                                        required(waitingSince, "waitingSince"), required(waiting, "waiting"))
                                : null),
                sendEmailToAddress);
    }
}
