package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.SignedContent;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailOptions;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import java.time.Instant;
import java.util.UUID;

/**
 * The fields of {@code foyer.pin.PinDelivery.v1} that we use when it arrives; of the sealed PIN only the digest goes
 * further, into the journal. In the record they lie side by side, here in groups.
 */
record PinDelivery(Notification notification, User user, Numbers numbers, Sending sending, String sealed) {

    static final String TYPE = "foyer.pin.PinDelivery.v1";

    /** @throws dev.foyer.base.events.Unacceptable when a field has the wrong type */
    static PinDelivery of(InboundEvent event) {
        EventData data = EventData.of(event);
        return new PinDelivery(
                data.as(Notification.class),
                data.as(User.class),
                data.as(Numbers.class),
                data.as(Sending.class),
                data.text("sealedPin"));
    }

    /** At once, not held: whoever holds a mail fetches its PIN from the topic, which forgets. */
    boolean isToBeSent() {
        boolean hasAddress = sending.sendEmailToAddress != null
                || user.primarySmtpAddress != null && !user.primarySmtpAddress.isBlank();
        boolean wanted = sending.sendEmail == null
                ? Boolean.TRUE.equals(sending.automaticallySendEmailsToUsers)
                : sending.sendEmail;
        return hasAddress && wanted;
    }

    String digest() {
        return SignedContent.digest(sealed.getBytes(UTF_8));
    }

    /**
     * @param partition and {@code offset}: where the record lies that this was read from
     * @throws dev.foyer.base.events.Unacceptable when a field is missing
     */
    QueueMail command(int partition, long offset, String correlationId) {
        return new QueueMail(letter(new SealedPin(partition, offset, digest()), correlationId), sending.options());
    }

    String mailbox() {
        return required(user.tenant, "tenant") + "/" + required(user.userId, "userId");
    }

    private Letter letter(SealedPin pointer, String correlationId) {
        return new Letter(
                required(notification.notificationId, "notificationId"),
                required(notification.kind, "kind"),
                user.recipient(),
                numbers.dialIn(),
                pointer,
                required(notification.at, "at"),
                notification.sequence,
                correlationId,
                notification.pinShown);
    }

    private record Notification(UUID notificationId, Kind kind, Instant at, Long sequence, Boolean pinShown) {}

    private record User(
            String tenant, String userId, String displayName, String primarySmtpAddress, String preferredLanguage) {

        Recipient recipient() {
            return new Recipient(
                    required(tenant, "tenant"),
                    required(userId, "userId"),
                    required(displayName, "displayName"),
                    primarySmtpAddress == null || primarySmtpAddress.isBlank() ? null : primarySmtpAddress,
                    preferredLanguage);
        }
    }

    private record Numbers(String conferenceId, String serviceNumber, String tollFreeServiceNumber) {
        DialIn dialIn() {
            return new DialIn(required(conferenceId, "conferenceId"), serviceNumber, tollFreeServiceNumber);
        }
    }

    private record Sending(Boolean automaticallySendEmailsToUsers, Boolean sendEmail, String sendEmailToAddress) {
        MailOptions options() {
            return new MailOptions(
                    required(automaticallySendEmailsToUsers, "automaticallySendEmailsToUsers"),
                    sendEmail,
                    sendEmailToAddress);
        }
    }
}
