package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailCommand.NoteDeparture;
import dev.foyer.notification.domain.UserMoment;
import dev.foyer.service.keys.TrustedSigners;
import java.util.concurrent.CompletionStage;

/** A user was removed: what still waits, such as the mail that says so, is not whoever's who comes under the id later (G6). */
public final class WhenUserDepartedThenKeepTheirMails implements Reaction {

    private final Mailboxes mailboxes;
    private final TrustedSigners signers;

    /** @param signers whose word it is */
    public WhenUserDepartedThenKeepTheirMails(Mailboxes mailboxes, TrustedSigners signers) {
        this.mailboxes = mailboxes;
        this.signers = signers;
    }

    @Override
    public String type() {
        return "foyer.pin.UserDeparted.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        SignedDeliveries.check(event, signers);
        UserDeparted data = EventData.of(event).as(UserDeparted.class);
        String mailbox = required(data.tenant(), "tenant") + "/" + required(data.userId(), "userId");
        SignedDeliveries.checkKey(event, mailbox);
        return mailboxes.submit(
                mailbox,
                new NoteDeparture(
                        new UserMoment(required(event.time(), "ce_time"), required(data.sequence(), "sequence"))),
                event.meta("notification-service"));
    }

    private record UserDeparted(String tenant, String userId, Long sequence) {}
}
