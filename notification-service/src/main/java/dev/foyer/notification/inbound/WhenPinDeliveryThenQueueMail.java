package dev.foyer.notification.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.notification.Mailboxes;
import java.util.concurrent.CompletionStage;

/** A PIN was made: its mail is sent, or held. The journal gets a pointer to the record, never the sealed PIN. */
public final class WhenPinDeliveryThenQueueMail implements InboundHandler {

    /** Only this service may read it; it forgets after the hold time. */
    public static final String TOPIC = "pin.deliveries";

    private final Mailboxes mailboxes;

    public WhenPinDeliveryThenQueueMail(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public boolean understands(String type) {
        return PinDelivery.TYPE.equals(type);
    }

    /** Sealed or not: nobody else may read them (rule A6). */
    @Override
    public boolean confidential() {
        return true;
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        PinDelivery delivery = Data.read(event, PinDelivery.class);
        return mailboxes.submit(delivery.mailbox(), delivery.command(event), Data.meta(event));
    }
}
