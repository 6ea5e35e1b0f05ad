package dev.foyer.notification.inbound;

import static dev.foyer.base.events.EventData.required;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.UserMoment;
import java.util.concurrent.CompletionStage;

/** A user was disabled: mails with their PIN that are not sent yet never will be (D5). */
public final class WhenUserDisabledThenSupersedeMails implements Reaction {

    /** The public events of pin-service. */
    public static final String TOPIC = "pin.events";

    private final Mailboxes mailboxes;

    public WhenUserDisabledThenSupersedeMails(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public String type() {
        return "foyer.pin.UserDisabled.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        UserDisabled data = EventData.of(event).as(UserDisabled.class);
        return mailboxes.submit(
                required(data.tenant(), "tenant") + "/" + required(data.userId(), "userId"),
                new SupersedeMailsOfDisabledUser(new UserMoment(required(event.time(), "ce_time"), event.sequence())),
                event.meta("notification-service"));
    }

    private record UserDisabled(String tenant, String userId) {}
}
