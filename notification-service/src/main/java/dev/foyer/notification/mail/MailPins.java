package dev.foyer.notification.mail;

import dev.foyer.base.Unavailable;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** The PIN of a mail, for its one look (A4, D7). Thread-safe; blocks its caller. */
@Singleton
final class MailPins {

    private static final Logger LOG = Logger.getLogger(MailPins.class);

    private final SealedPinReader sealedPins;
    private final PinOpener opener;
    private final MailCounters counters;

    @Inject
    MailPins(SealedPinReader sealedPins, WatchedFile<DeliveryKeys> keys, MeterRegistry registry) {
        this.sealedPins = sealedPins;
        this.opener = new PinOpener(keys);
        this.counters = new MailCounters(registry);
    }

    /**
     * Whatever goes wrong here, only its type may be logged: what breaks while a seal is opened may quote it.
     *
     * @throws Revealer.PinIsLost when there is nothing to show any more
     * @throws Unavailable when that cannot be answered now
     */
    Pin open(Mail mail) {
        String sealed = fetch(mail);
        try {
            return opener.open(sealed, mail.letter());
        } catch (PinOpener.KeyIsMissing e) {
            throw new Unavailable(
                    Unavailable.Reason.RECOVERING, "The PIN is sealed to a key that this instance has not got yet.");
        } catch (PinOpener.SealedForAnother e) {
            LOG.errorf("notificationId=%s: not shown. %s", mail.id(), e.getMessage());
            counters.sealForAnother();
            throw new Revealer.PinIsLost(Reasons.PIN_SEALED_FOR_ANOTHER);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "notificationId=%s: not shown, %s", mail.id(), e.getClass().getSimpleName());
            throw new Revealer.PinIsLost(Reasons.PIN_CANNOT_BE_OPENED);
        }
    }

    private String fetch(Mail mail) {
        try {
            return sealedPins.read(mail.letter().sealedPin(), mail.id());
        } catch (SealedPinReader.PinIsGone e) {
            throw new Revealer.PinIsLost(Reasons.PIN_IS_GONE);
        } catch (IOException | KafkaException e) {
            throw new Unavailable(Unavailable.Reason.RECOVERING, "The broker does not give the sealed PIN.");
        }
    }
}
