package dev.foyer.notification.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.service.keys.TrustedSigners;
import java.util.concurrent.CompletionStage;

/**
 * A PIN was made: its mail is sent, or held. The journal gets a pointer to the record, never the sealed PIN. The records
 * are confidential, sealed or not: nobody else may read them (A6). The topic proves nothing: only what pin-service has
 * signed is mailed, and only to the user whose record it is.
 */
public final class WhenPinDeliveryThenQueueMail implements Reaction {

    /** Only this service may read it; it forgets after the hold time. */
    public static final String TOPIC = "pin.deliveries";

    private final Mailboxes mailboxes;
    private final TrustedSigners signers;
    private final RecentSeals recent;

    /**
     * @param signers whose deliveries are mailed
     * @param recent where the sealed PIN waits for whoever sends the mail
     */
    public WhenPinDeliveryThenQueueMail(Mailboxes mailboxes, TrustedSigners signers, RecentSeals recent) {
        this.mailboxes = mailboxes;
        this.signers = signers;
        this.recent = recent;
    }

    @Override
    public String type() {
        return PinDelivery.TYPE;
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        SignedDeliveries.check(event, signers);
        PinDelivery delivery = PinDelivery.of(event);
        SignedDeliveries.checkKey(event, delivery.mailbox());
        if (delivery.isToBeSent()) {
            recent.came(delivery.digest(), delivery.sealed());
        }
        CommandMeta meta = event.meta("notification-service");
        var command = delivery.command(event.partition(), event.offset(), meta.correlationId());
        return mailboxes.submit(delivery.mailbox(), command, meta);
    }
}
