package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.UserMoment;
import dev.foyer.service.keys.TrustedSigners;
import java.util.concurrent.CompletionStage;

/**
 * A user has another address, or none any more: what waits goes there (D2). Signed, as the PINs are that it sends elsewhere, and
 * behind the mails that it is about, in the same topic.
 */
public final class WhenAddressChangedThenReaddressMails implements Reaction {

    private final Mailboxes mailboxes;
    private final TrustedSigners signers;

    /** @param signers whose word it is */
    public WhenAddressChangedThenReaddressMails(Mailboxes mailboxes, TrustedSigners signers) {
        this.mailboxes = mailboxes;
        this.signers = signers;
    }

    @Override
    public String type() {
        return "foyer.pin.AddressChanged.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        SignedDeliveries.check(event, signers);
        AddressChanged data = EventData.of(event).as(AddressChanged.class);
        String mailbox = required(data.tenant(), "tenant") + "/" + required(data.userId(), "userId");
        SignedDeliveries.checkKey(event, mailbox);
        String address = data.primarySmtpAddress();
        return mailboxes.submit(
                mailbox,
                new ReaddressMails(
                        address == null || address.isBlank() ? null : address,
                        new UserMoment(required(event.time(), "ce_time"), required(data.sequence(), "sequence"))),
                event.meta("notification-service"));
    }

    private record AddressChanged(String tenant, String userId, String primarySmtpAddress, Long sequence) {}
}
