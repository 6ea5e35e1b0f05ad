package dev.foyer.notification.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.SealedPin;
import java.util.concurrent.CompletionStage;

/**
 * A PIN was made: its mail is sent, or held. The journal gets a pointer to the record, never the sealed PIN. The records
 * are confidential, sealed or not: nobody else may read them (A6).
 */
public final class WhenPinDeliveryThenQueueMail implements Reaction {

    /** Only this service may read it; it forgets after the hold time. */
    public static final String TOPIC = "pin.deliveries";

    private final Mailboxes mailboxes;

    public WhenPinDeliveryThenQueueMail(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public String type() {
        return PinDelivery.TYPE;
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        PinDelivery delivery = PinDelivery.of(event);
        CommandMeta meta = event.meta("notification-service");
        SealedPin pointer = new SealedPin(event.partition(), event.offset());
        return mailboxes.submit(delivery.mailbox(), delivery.command(pointer, meta.correlationId()), meta);
    }
}
