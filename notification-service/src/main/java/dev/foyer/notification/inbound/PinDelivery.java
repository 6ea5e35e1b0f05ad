package dev.foyer.notification.inbound;

import static dev.foyer.notification.inbound.Data.required;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailOptions;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import java.time.Instant;
import java.util.UUID;

/** The fields of {@code foyer.pin.PinDelivery.v1} that we use when it arrives; the sealed PIN is not among them. */
record PinDelivery(
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
        Boolean automaticallySendEmailsToUsers,
        Boolean sendEmail,
        String sendEmailToAddress,
        Boolean pinShown,
        Instant at) {

    static final String TYPE = "foyer.pin.PinDelivery.v1";

    QueueMail command(InboundEvent event) {
        return new QueueMail(
                letter(event),
                new MailOptions(
                        required(automaticallySendEmailsToUsers, "automaticallySendEmailsToUsers"),
                        sendEmail,
                        sendEmailToAddress));
    }

    String mailbox() {
        return required(tenant, "tenant") + "/" + required(userId, "userId");
    }

    private Letter letter(InboundEvent event) {
        return new Letter(
                required(notificationId, "notificationId"),
                required(kind, "kind"),
                new Recipient(
                        required(tenant, "tenant"),
                        required(userId, "userId"),
                        required(displayName, "displayName"),
                        primarySmtpAddress,
                        preferredLanguage),
                new DialIn(required(conferenceId, "conferenceId"), serviceNumber, tollFreeServiceNumber),
                new SealedPin(event.partition(), event.offset()),
                required(at, "at"),
                Data.meta(event).correlationId(),
                pinShown);
    }
}
