package dev.foyer.meeting.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.domain.webhook.Webhooks;

/** How instances of meeting-service speak with each other of webhooks, and their states in snapshots: secrets are sealed there. */
public final class WebhookWire {

    private static final JsonMapper JSON = WireFormat.mapper().build();

    public static final WireFormats<Webhooks, WebhookCommand, WebhookRefusal, WebhookAnswer> WEBHOOKS =
            WireFormats.of(JSON, Webhooks.class, WebhookCommand.class, WebhookRefusal.class, WebhookAnswer.class);

    public static final WireFormats<Outbox, DeliveryCommand, WebhookRefusal, DeliveryAnswer> OUTBOXES =
            WireFormats.of(JSON, Outbox.class, DeliveryCommand.class, WebhookRefusal.class, DeliveryAnswer.class);

    private WebhookWire() {}
}
