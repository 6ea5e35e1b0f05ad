package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.events.SignedContent;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import dev.foyer.notification.mail.smtp.Smtp;
import dev.foyer.testing.BrokerResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails that our journal queued or held before 0.3 are still sent; a delivery of today does not pass for such a one. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("A6")
class HeldBeforeResourceTest extends WithSetup {

    private static final String PIN = "48213";

    @Inject
    SealedPinReader sealedPins;

    @Inject
    MailWriter writer;

    @Inject
    MailLinks links;

    @Inject
    Smtp smtp;

    @Inject
    MeterRegistry registry;

    @Test
    void whatTheJournalQueuedThenIsSent() {
        ObjectNode delivery = unbound("u-before");
        Attempt attempt = send(delivery, null);
        assertEquals(new Attempt.Accepted(), attempt);
        assertEquals(1, MailServers.arrivedFor("u-before@contoso.com").size());
    }

    @Test
    @Tag("case-S1b")
    void whatItQueuedSinceMustBeBound() {
        ObjectNode delivery = unbound("u-since");
        String digest = SignedContent.digest(delivery.get("sealedPin").asText().getBytes(StandardCharsets.UTF_8));
        assertEquals(new Attempt.Failed(Reasons.PIN_CANNOT_BE_OPENED, false), send(delivery, digest));
        assertEquals(List.of(), MailServers.arrivedFor("u-since@contoso.com"));
    }

    @Test
    @Tag("case-S1b")
    void anotherSealWhereTheCheckedOneWasIsNotOpened() {
        ObjectNode delivery = NotificationTestSetup.delivery("u-other", PIN);
        assertEquals(new Attempt.Failed(Reasons.PIN_IS_GONE, false), send(delivery, "of what was checked"));
        assertEquals(List.of(), MailServers.arrivedFor("u-other@contoso.com"));
    }

    @Test
    @Tag("case-S1b")
    void aSealThatWasCopiedIntoASignedDeliveryFailsForGood() {
        String copied =
                NotificationTestSetup.delivery("u-amos", PIN).get("sealedPin").asText();
        ObjectNode delivery = NotificationTestSetup.delivery("u-misplaced", PIN).put("sealedPin", copied);
        double before = registry.counter("foyer.seals.misplaced").count();
        String id = setup.deliver(delivery);
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id)));
        assertEquals("PIN_SEALED_FOR_ANOTHER", setup.entry(id).path("reason").asText());
        assertEquals(before + 1, registry.counter("foyer.seals.misplaced").count());
        assertEquals(List.of(), MailServers.arrivedFor("u-misplaced@contoso.com"));
    }

    @Test
    @Tag("case-S1b")
    void anUnsignedDeliveryIsADeadLetterWithoutItsValue() {
        String id = setup.deliver(NotificationTestSetup.delivery("u-unsigned", PIN), null);
        await().untilAsserted(() -> assertEquals(
                1,
                NotificationTestSetup.everything("notification.dead-letters").stream()
                        .filter(text -> text.startsWith("The delivery is not signed"))
                        .filter(text -> text.contains("nothing is mailed"))
                        .limit(1)
                        .count()));
        assertEquals(List.of(), setup.statuses(id));
        assertEquals(List.of(), MailServers.arrivedFor("u-unsigned@contoso.com"));
    }

    private static ObjectNode unbound(String user) {
        return NotificationTestSetup.delivery(user, PIN).put("sealedPin", TestKeys.unbound(PIN));
    }

    /** As the worker does, for a letter that points to this record. */
    private Attempt send(ObjectNode delivery, String digest) {
        RecordMetadata written = setup.lay(delivery);
        String user = delivery.get("userId").asText();
        Letter letter = new Letter(
                UUID.fromString(delivery.get("notificationId").asText()),
                Kind.PIN_RESET,
                new Recipient("contoso.com", user, "Amos Marble", user + "@contoso.com", "en"),
                new DialIn("4711007", null, null),
                new SealedPin(written.partition(), written.offset(), digest),
                Instant.now(),
                null,
                "r-1",
                null);
        DeliveryKeys keys = DeliveryKeys.read(TestKeys.json(TestKeys.KEY, TestKeys.RSA), "test");
        MailSender sender = new MailSender(
                sealedPins,
                new PinOpener(() -> keys),
                writer,
                links,
                smtp,
                new MailServer(Duration.ofSeconds(1)),
                new MailCounters(registry),
                Instant::now);
        return sender.send(
                new Mail.Outgoing(
                        letter, Instant.now().plusSeconds(600), user + "@contoso.com", false, 0, null, null, null),
                () -> {});
    }
}
