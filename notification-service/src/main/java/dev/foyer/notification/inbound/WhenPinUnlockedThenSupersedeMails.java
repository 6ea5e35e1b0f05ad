package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.UserMoment;
import dev.foyer.service.keys.TrustedSigners;
import java.util.concurrent.CompletionStage;

/** A lock ended: mails that tell of it and are not sent yet never will be. It comes behind them, in the same topic. */
public final class WhenPinUnlockedThenSupersedeMails implements Reaction {

    private final Mailboxes mailboxes;
    private final TrustedSigners signers;

    /** @param signers whose word it is */
    public WhenPinUnlockedThenSupersedeMails(Mailboxes mailboxes, TrustedSigners signers) {
        this.mailboxes = mailboxes;
        this.signers = signers;
    }

    @Override
    public String type() {
        return "foyer.pin.PinUnlocked.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        SignedDeliveries.check(event, signers);
        PinUnlocked data = EventData.of(event).as(PinUnlocked.class);
        String mailbox = required(data.tenant(), "tenant") + "/" + required(data.userId(), "userId");
        SignedDeliveries.checkKey(event, mailbox);
        return mailboxes.submit(
                mailbox,
                new SupersedeMailsOfLock(new UserMoment(required(event.time(), "ce_time"), event.sequence())),
                event.meta("notification-service"));
    }

    private record PinUnlocked(String tenant, String userId) {}
}
