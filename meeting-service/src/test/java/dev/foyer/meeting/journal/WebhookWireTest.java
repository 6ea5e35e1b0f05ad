package dev.foyer.meeting.journal;

import static dev.foyer.eventsourcing.testing.WireCheck.arrives;
import static dev.foyer.eventsourcing.testing.WireCheck.fingerprintIsTheSameEverywhere;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.testing.Reachable;
import dev.foyer.meeting.domain.delivery.Delivery;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.webhook.Beginning;
import dev.foyer.meeting.domain.webhook.EarlierSecret;
import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What instances tell each other of webhooks arrives as it left, in the same order; and fits where it must. */
class WebhookWireTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456789Z");
    private static final List<String> TYPES =
            List.of("foyer.meeting.MeetingEnded.v1", "foyer.meeting.CallerAdmitted.v1");

    /** What the kit takes into one record of a snapshot. */
    private static final int LARGEST_SNAPSHOT = 900_000;

    @Test
    void states() {
        Map<String, Webhook> webhooks = new LinkedHashMap<>();
        webhooks.put(
                "wh_9",
                new Webhook(
                        "wh_9",
                        "https://hooks.example.com",
                        TYPES,
                        "Milan",
                        Webhook.Status.DISABLED,
                        Webhook.DisabledFor.GONE,
                        "sealed-2",
                        "sealed-1",
                        NOW.plusSeconds(9),
                        NOW,
                        NOW,
                        NOW,
                        new Beginning("topic-id", List.of(17L, 0L)),
                        List.of(new EarlierSecret("sealed-0", NOW))));
        webhooks.put(
                "wh_1",
                new Webhook(
                        "wh_1",
                        "https://a",
                        TYPES,
                        null,
                        Webhook.Status.ACTIVE,
                        null,
                        "s",
                        null,
                        null,
                        NOW,
                        NOW,
                        null,
                        null,
                        List.of()));
        arrives(Webhooks.class, WebhookWire.WEBHOOKS.states(), Webhooks.NONE, new Webhooks(webhooks));
        arrives(Outbox.class, WebhookWire.OUTBOXES.states(), outbox(0, 0), outbox(3, 2));
    }

    @Test
    void commands() {
        arrives(
                WebhookCommand.class,
                WebhookWire.WEBHOOKS.commands(),
                new WebhookCommand.AddWebhook(
                        "wh_1", "https://a", TYPES, "Milan", "sealed", new Beginning("t", List.of(1L))),
                new WebhookCommand.AddWebhook(
                        "wh_1", "https://a", TYPES, null, "sealed", new Beginning(null, List.of())),
                new WebhookCommand.ChangeWebhook(
                        "wh_1", "https://a", TYPES, "Milan", true, true, new Beginning("t", List.of(1L))),
                new WebhookCommand.ChangeWebhook("wh_1", null, null, null, false, null, null),
                new WebhookCommand.RotateWebhookSecret("wh_1", "sealed"),
                new WebhookCommand.RemoveWebhook("wh_1"),
                new WebhookCommand.RemoveAllWebhooks(),
                new WebhookCommand.NoteHealth("wh_1", "https://a", WebhookCommand.Health.FAILS, NOW));
        arrives(
                DeliveryCommand.class,
                WebhookWire.OUTBOXES.commands(),
                new DeliveryCommand.QueueDelivery("msg_1", "foyer.test", null),
                new DeliveryCommand.QueueDelivery("msg_1", TYPES.getFirst(), new Delivery.Source(1, 17, "e-1")),
                new DeliveryCommand.RecordAttempt("msg_1", 1, 429, "answered 429", Duration.ofSeconds(90), true, 17),
                new DeliveryCommand.RecordAttempt("msg_1", 1, null, null, null, false, 0),
                new DeliveryCommand.GiveUpDelivery("msg_1", "the webhook was removed"),
                new DeliveryCommand.Redeliver("msg_1"),
                new DeliveryCommand.FindDeliveries(Delivery.Status.FAILED, "foyer.test", NOW, "msg_1", 50),
                new DeliveryCommand.ForgetDeliveries());
    }

    @Test
    void refusalsAndAnswers() {
        WebhookRefusal[] refusals = {
            new WebhookRefusal.WebhookNotFound(),
            new WebhookRefusal.TooManyWebhooks(10),
            new WebhookRefusal.RotatedTooOften(NOW),
            new WebhookRefusal.DeliveryNotFound()
        };
        arrives(WebhookRefusal.class, WebhookWire.WEBHOOKS.refusals(), refusals);
        arrives(WebhookRefusal.class, WebhookWire.OUTBOXES.refusals(), refusals);
        arrives(WebhookAnswer.class, WebhookWire.WEBHOOKS.answers(), new WebhookAnswer.WebhookNoted("wh_1"));
        arrives(
                DeliveryAnswer.class,
                WebhookWire.OUTBOXES.answers(),
                new DeliveryAnswer.DeliveryNoted(),
                new DeliveryAnswer.Found(List.of(delivery("msg_1", Delivery.Status.PENDING)), 3));
    }

    /** They lie in snapshots; what is signed with is sealed before it comes there. */
    @Test
    void onlyTheDomainCanBeReachedFromAState() {
        Set<String> packages = Stream.of(Webhooks.class, Outbox.class)
                .flatMap(state -> Reachable.from(state).stream())
                .map(Class::getPackageName)
                .filter(name -> name.startsWith("dev.foyer"))
                .collect(toSet());
        assertEquals(Set.of("dev.foyer.meeting.domain.delivery", "dev.foyer.meeting.domain.webhook"), packages);
    }

    @Test
    void theSameStatesHaveTheSameFingerprintInEveryProcess() throws Exception {
        fingerprintIsTheSameEverywhere(Outbox.class);
        fingerprintIsTheSameEverywhere(Webhooks.class);
    }

    /** Before the snapshot is packed. */
    @Test
    void aFullOutboxFitsIntoASnapshot() {
        byte[] full = WebhookWire.OUTBOXES.states().write(outbox(1_300, 400));
        assertTrue(full.length < LARGEST_SNAPSHOT, full.length + " bytes");
    }

    private static Outbox outbox(int open, int settled) {
        return new Outbox(
                deliveries("msg_" + "o".repeat(16), open, Delivery.Status.PENDING),
                deliveries("msg_" + "s".repeat(16), settled, Delivery.Status.FAILED));
    }

    private static Map<String, Delivery> deliveries(String prefix, int count, Delivery.Status status) {
        Map<String, Delivery> all = new LinkedHashMap<>();
        IntStream.range(0, count).map(n -> count - n).forEach(n -> {
            String id = prefix + (100_000 + n);
            all.put(id, delivery(id, status));
        });
        return all;
    }

    private static Delivery delivery(String id, Delivery.Status status) {
        return new Delivery(
                id,
                "foyer.notification.NotificationAttemptFailed.v1",
                new Delivery.Source(2, 1_234_567, "0f8fad5b-d9cb-469f-a165-70867728950e.12"),
                status,
                3,
                2,
                NOW.plusSeconds(60),
                503,
                "did not answer within 15 s",
                NOW,
                NOW.plusSeconds(1));
    }
}
