package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Reasons;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** One attempt: fetch the sealed PIN, open it, write the mail, hand it to the server. Thread-safe; blocks. */
final class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    private final SealedPinReader sealedPins;
    private final PinOpener opener;
    private final MailWriter writer;
    private final Smtp smtp;

    MailSender(SealedPinReader sealedPins, PinOpener opener, MailWriter writer, Smtp smtp) {
        this.sealedPins = sealedPins;
        this.opener = opener;
        this.writer = writer;
        this.smtp = smtp;
    }

    Attempt send(Mail.Outgoing mail) {
        // Queued before the tenant said so; what has left cannot be called back, so it is looked at once more.
        if (!writer.mayCarryPin(mail)) {
            return new Attempt.Never(Reasons.VIEW_ONCE_LINK_NOT_AVAILABLE, false);
        }
        io.quarkus.mailer.Mail written;
        try {
            Pin pin = opener.open(sealedPins.read(mail.letter().sealedPin(), mail.id()));
            written = writer.write(mail, pin);
        } catch (SealedPinReader.PinIsGone e) {
            return new Attempt.Never(Reasons.PIN_IS_GONE, false);
        } catch (PinOpener.KeyIsMissing e) {
            LOG.warnf("notificationId=%s: %s; add it, and the mail is sent.", mail.id(), e.getMessage());
            return new Attempt.NotNow(Reasons.PIN_KEY_IS_MISSING);
        } catch (PinOpener.PinCannotBeOpened e) {
            LOG.errorf("notificationId=%s: %s", mail.id(), e.getMessage());
            return new Attempt.Never(Reasons.PIN_CANNOT_BE_OPENED, false);
        } catch (IOException | KafkaException e) {
            return new Attempt.NotNow("BROKER_UNREACHABLE");
        }
        try {
            smtp.send(written);
            return new Attempt.Taken();
        } catch (RuntimeException e) {
            return SmtpFailures.classify(e);
        }
    }
}
