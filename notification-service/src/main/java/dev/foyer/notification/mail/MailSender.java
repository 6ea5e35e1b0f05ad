package dev.foyer.notification.mail;

import dev.foyer.base.Unavailable;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.notification.mail.smtp.FinishedMail;
import dev.foyer.notification.mail.smtp.Smtp;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** One attempt: fetch the sealed PIN, open it, write the mail, hand it to the server. Thread-safe; blocks. */
final class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);

    private final SealedPinReader sealedPins;
    private final PinOpener opener;
    private final MailWriter writer;
    private final MailLinks links;
    private final Smtp smtp;
    private final MailServer server;
    private final MailCounters counters;
    private final InstantSource clock;

    MailSender(
            SealedPinReader sealedPins,
            PinOpener opener,
            MailWriter writer,
            MailLinks links,
            Smtp smtp,
            MailServer server,
            MailCounters counters,
            InstantSource clock) {
        this.server = server;
        this.sealedPins = sealedPins;
        this.opener = opener;
        this.writer = writer;
        this.links = links;
        this.smtp = smtp;
        this.counters = counters;
        this.clock = clock;
    }

    /** @param late is run when the server takes its time for the answer, and others could be served meanwhile */
    Attempt send(Mail.Outgoing mail, Runnable late) {
        Attempt attempt = Unanswered.counted(Unanswered.before(mail), attempt(mail, late));
        counters.count(attempt);
        return attempt;
    }

    /** Whatever fails before the server is spoken to is said of an attempt that nobody can have got a copy by. */
    private Attempt attempt(Mail.Outgoing mail, Runnable late) {
        FinishedMail finished;
        try {
            finished = finished(mail);
        } catch (WireAddress.Unusable e) {
            return new Attempt.Failed(e.getMessage(), false);
        } catch (SealedPinReader.PinIsGone e) {
            return new Attempt.Failed(Reasons.PIN_IS_GONE, false);
        } catch (PinOpener.KeyIsMissing e) {
            LOG.warnf("notificationId=%s: %s; add it, and the mail is sent.", mail.id(), e.getMessage());
            return new Attempt.Deferred(Reasons.PIN_KEY_IS_MISSING);
        } catch (PinOpener.SealedForAnother e) {
            LOG.errorf("notificationId=%s: %s; nothing is mailed.", mail.id(), e.getMessage());
            counters.sealForAnother();
            return new Attempt.Failed(Reasons.PIN_SEALED_FOR_ANOTHER, false);
        } catch (PinOpener.PinCannotBeOpened e) {
            LOG.errorf("notificationId=%s: %s", mail.id(), e.getMessage());
            return new Attempt.Failed(Reasons.PIN_CANNOT_BE_OPENED, false);
        } catch (IOException | KafkaException | Unavailable e) {
            return new Attempt.Deferred(Reasons.BROKER_UNREACHABLE);
        } catch (RuntimeException e) {
            // Only the type: what broke while a mail was written may quote it.
            LOG.errorf(
                    "notificationId=%s: cannot be written, %s.",
                    mail.id(), e.getClass().getName());
            return new Attempt.Deferred(Reasons.NOT_ATTEMPTED);
        }
        Attempt attempt = SmtpFailures.classify(counters.timed(() -> smtp.send(finished, late)));
        server.heard(attempt);
        return attempt;
    }

    private FinishedMail finished(Mail.Outgoing mail) throws IOException, WireAddress.Unusable {
        io.quarkus.mailer.Mail written = writer.write(mail, mail.hasPin() ? pinPart(mail) : PinPart.NONE);
        return MimeFormat.finished(written, clock.instant());
    }

    /**
     * A link that would show nothing is not sent, so the seal is opened for it, too. What the tenant wants counts as of now: what
     * has left cannot be called back.
     */
    private PinPart pinPart(Mail.Outgoing mail) throws IOException {
        Pin pin = opener.open(sealedPins.read(mail.letter().sealedPin(), mail.id()), mail.letter());
        return writer.wantsLink(mail) ? PinPart.behind(links.make(mail)) : PinPart.clear(pin);
    }
}
