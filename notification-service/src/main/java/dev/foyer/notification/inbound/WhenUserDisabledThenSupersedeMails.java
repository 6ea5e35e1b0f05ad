package dev.foyer.notification.inbound;

import static dev.foyer.notification.inbound.Data.required;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import java.util.concurrent.CompletionStage;

/** A user was disabled: mails with their PIN that are not sent yet never will be. */
public final class WhenUserDisabledThenSupersedeMails implements InboundHandler {

    /** The public events of pin-service. */
    public static final String TOPIC = "pin.events";

    static final String TYPE = "foyer.pin.UserDisabled.v1";

    private final Mailboxes mailboxes;

    public WhenUserDisabledThenSupersedeMails(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public boolean understands(String type) {
        return TYPE.equals(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        UserDisabled data = Data.read(event, UserDisabled.class);
        return mailboxes.submit(
                required(data.tenant(), "tenant") + "/" + required(data.userId(), "userId"),
                new SupersedeMailsOfDisabledUser(required(event.time(), "ce_time")),
                Data.meta(event));
    }

    private record UserDisabled(String tenant, String userId) {}
}
