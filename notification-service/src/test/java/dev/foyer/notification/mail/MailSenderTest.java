package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.letter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Links;
import dev.foyer.notification.domain.Doubt;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.domain.link.LinkRefusal;
import dev.foyer.notification.inbound.RecentSeals;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.mail.smtp.Smtp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cannot even be handed to a server: nobody can have a copy of it, and nothing says so. */
@Tag("D6")
class MailSenderTest {

    private final RecentSeals seals = new RecentSeals();
    private final SealedPinReader sealedPins =
            new SealedPinReader("pin.deliveries", seals, Map.of("bootstrap.servers", "127.0.0.1:1"));
    private final TenantSettingsTable settings = new TenantSettingsTable();
    private final MailServer server = new MailServer(Duration.ofSeconds(10));

    /** None of these mails comes as far as a connection. */
    private final Smtp smtp = new Smtp(
            null,
            vertx -> {
                throw new AssertionError("A server was asked");
            },
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    @AfterEach
    void close() {
        sealedPins.close();
    }

    /** The owner of the link is away, is being recovered, or has too much to do. */
    @Test
    @Tag("D7")
    void withoutALinkThatIsRecordedItIsTriedAgainAndNobodyHasACopy() {
        wantsLinks();
        assertEquals(new Attempt.Deferred("BROKER_UNREACHABLE"), send(mail(null)));
        assertEquals(
                new Attempt.Deferred("BROKER_UNREACHABLE (possibly delivered 1 time)"),
                send(mail("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 1 time)")),
                "what was not known before stays unknown");
        assertEquals(Map.of("degraded", false), server.health().getData().orElseThrow(), "no fault of the mail server");
    }

    /** However often: what no server was given cannot have been delivered three times. */
    @Test
    void whatCannotBeWrittenIsTriedAgainAndNobodyHasACopy() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertEquals(new Attempt.Deferred("NOT_ATTEMPTED"), send(mail(null)));
        }
    }

    private Attempt send(Mail.Outgoing mail) {
        Recipient to = mail.letter().recipient();
        Map<String, String> boundTo = Map.of(
                "tenant",
                to.tenant(),
                "userId",
                to.userId(),
                "notificationId",
                mail.id().toString());
        seals.came(mail.letter().sealedPin().digest(), TestKeys.seal("48213", boundTo, TestKeys.KEY));
        MailWriter writer = new MailWriter(
                settings,
                new Languages(List.of(Locale.ENGLISH)),
                language -> {
                    throw new IllegalStateException("No sentence of this language can be read");
                },
                "Foyer <no-reply@foyer.example>");
        return new MailSender(
                        sealedPins,
                        new PinOpener(() -> DeliveryKeys.read(TestKeys.json(TestKeys.KEY), "test")),
                        writer,
                        new MailLinks(new NobodyOwns(), URI.create("https://foyer.example")),
                        smtp,
                        server,
                        new MailCounters(new SimpleMeterRegistry()),
                        () -> NOON)
                .send(mail, () -> {});
    }

    /** @param problem of the attempt before, or {@code null} */
    private static Mail.Outgoing mail(String problem) {
        Doubt unsure = problem == null ? Doubt.NONE : new Doubt(1, false);
        return new Mail.Outgoing(
                letter(1), NOON.plus(HOLD_TIME), ADDRESS, false, 1, problem, NOON, null, null, null, unsure);
    }

    private void wantsLinks() {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("tenant", "contoso.com");
        data.putObject("settings").put("pinMail", "VIEW_ONCE_LINK");
        settings.table()
                .handler()
                .handle(new InboundEvent(
                        new InboundEvent.Envelope(
                                "s-1",
                                "/foyer/pin-service",
                                "foyer.pin.TenantSettingsChanged.v1",
                                "contoso.com",
                                Instant.EPOCH,
                                "contoso.com"),
                        InboundEvent.Cause.UNSAID,
                        new InboundEvent.Origin("tenant.settings", 0, 0, "contoso.com", Instant.EPOCH),
                        data));
    }

    /** As it is asked when the instance that has the link's partition has just stopped. */
    private static final class NobodyOwns implements Links {

        @Override
        public CompletionStage<Reply<LinkRefusal, MailAnswer>> submit(
                String hash, LinkCommand command, CommandMeta meta) {
            return CompletableFuture.failedStage(
                    new Unavailable(Unavailable.Reason.OVERLOADED, "The owner has too much to do"));
        }

        @Override
        public CompletionStage<Link> read(String hash) {
            throw new AssertionError("Whoever sends does not look links up");
        }
    }
}
