package dev.foyer.notification.inbound;

import static dev.foyer.notification.inbound.ProducerContracts.example;
import static dev.foyer.notification.inbound.ProducerContracts.signed;
import static dev.foyer.notification.inbound.ProducerContracts.withUnknownField;
import static dev.foyer.notification.inbound.ProducerContracts.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Proof;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailCommand.NoteDeparture;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.MailOptions;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.PinLock;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import dev.foyer.notification.domain.UserMoment;
import dev.foyer.notification.domain.WaitingCallers;
import dev.foyer.notification.mail.TestKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumer's side: what the examples of pin-service mean to us. */
class PinServiceContractTest {

    /** What the journal keeps of its {@code sealedPin}. */
    private static final String DIGEST_OF_THE_EXAMPLE = "xJ0_D7BQdYGqX3Bo66vH_t5ThriYYZT5yCp-zgQ9130";

    private final Submitted submitted = new Submitted();
    private final InboundHandler deliveries = Reactions.confidential(
            new WhenPinDeliveryThenQueueMail(submitted, TestKeys.trusted(), new RecentSeals()),
            WhenMailNoticeThenQueueMail.ofNews(submitted, TestKeys.trusted()),
            WhenMailNoticeThenQueueMail.ofLocks(submitted, TestKeys.trusted()),
            WhenMailNoticeThenQueueMail.ofWaits(submitted, TestKeys.trusted()),
            new WhenPinUnlockedThenSupersedeMails(submitted, TestKeys.trusted()),
            new WhenAddressChangedThenReaddressMails(submitted, TestKeys.trusted()),
            new WhenUserDepartedThenKeepTheirMails(submitted, TestKeys.trusted()));
    private final InboundHandler users = Reactions.of(new WhenUserDisabledThenSupersedeMails(submitted));
    private final TenantSettingsTable settings = new TenantSettingsTable();

    @Test
    void aDeliveryBecomesAMailWithAPointerToItsPin() throws IOException {
        deliveries.handle(signed(example("pin.deliveries", "PinDelivery.v1", "full")));
        assertEquals("contoso.com/u-17", submitted.mailbox);
        assertEquals("c-1.0", submitted.meta.commandId());
        assertEquals(
                new QueueMail(
                        new Letter(
                                UUID.fromString("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11"),
                                Kind.PIN_RESET,
                                new Recipient("contoso.com", "u-17", "Amos Marble", "amos.marble@contoso.com", "it"),
                                new DialIn("4711007", "+390212345678", "+39800123456"),
                                new SealedPin(2, 4711, DIGEST_OF_THE_EXAMPLE),
                                Instant.parse("2026-11-22T10:15:30Z"),
                                12L,
                                "r-1",
                                true),
                        new MailOptions(true, true, "amos@example.org")),
                submitted.command);
    }

    @Test
    @Tag("M2")
    @Tag("M4")
    @Tag("M5")
    @Tag("L1")
    void newsBecomeAMailWithoutAPin() throws IOException {
        deliveries.handle(signed(withUnknownField(example("pin.deliveries", "MailNotice.v1", "full"))));
        assertEquals("contoso.com/u-17", submitted.mailbox);
        NoticeMail notice = (NoticeMail) submitted.command;
        assertEquals("amos@example.org", notice.toAddress());
        assertEquals(Kind.CONFERENCE_INFORMATION, notice.letter().kind());
        assertEquals(
                new DialIn("4711007", "+390212345678", "+39800123456"),
                notice.letter().dialIn());
        assertEquals("it", notice.letter().recipient().language());
        assertEquals(12L, notice.letter().sequence());
        assertNull(notice.letter().sealedPin());
        deliveries.handle(signed(example("pin.deliveries", "MailNotice.v1", "minimal")));
        assertNull(((NoticeMail) submitted.command).toAddress());
    }

    @Test
    @Tag("E7")
    void thatSomebodyWaitsIsNewsOfThatMeeting() throws IOException {
        deliveries.handle(signed(withUnknownField(example("pin.deliveries", "WaitingNotice.v1", "full"))));
        Letter letter = ((NoticeMail) submitted.command).letter();
        assertEquals(Kind.SOMEBODY_WAITS, letter.kind());
        assertEquals(new WaitingCallers(Instant.parse("2026-11-22T10:10:30Z"), 2), letter.waiting());
        assertEquals(new DialIn("471100815", "+390212345678", "+39800123456"), letter.dialIn());
        deliveries.handle(signed(example("pin.deliveries", "WaitingNotice.v1", "minimal")));
        assertNull(((NoticeMail) submitted.command).letter().recipient().address());
    }

    @Test
    @Tag("B4")
    void aLockIsNewsAndItsEndToo() throws IOException {
        deliveries.handle(signed(example("pin.deliveries", "LockNotice.v1", "full")));
        Instant since = Instant.parse("2026-11-22T10:15:30Z");
        assertEquals(
                new PinLock(since, Instant.parse("2026-11-22T11:15:30Z")),
                ((NoticeMail) submitted.command).letter().lock());
        deliveries.handle(signed(example("pin.deliveries", "LockNotice.v1", "minimal")));
        assertEquals(
                new PinLock(since, null),
                ((NoticeMail) submitted.command).letter().lock());
        deliveries.handle(signed(example("pin.deliveries", "PinUnlocked.v1", "full")));
        assertEquals(new SupersedeMailsOfLock(new UserMoment(ProducerContracts.TIME, 13L)), submitted.command);
    }

    @Test
    @Tag("D2")
    @Tag("case-M2")
    void aNewAddressIsNews() throws IOException {
        deliveries.handle(signed(example("pin.deliveries", "AddressChanged.v1", "full")));
        UserMoment changed = new UserMoment(ProducerContracts.TIME, 12L);
        assertEquals(new ReaddressMails("amos.marble@contoso.com", changed), submitted.command);
        deliveries.handle(signed(withUnknownField(example("pin.deliveries", "AddressChanged.v1", "minimal"))));
        assertEquals(new ReaddressMails(null, changed), submitted.command);
    }

    @Test
    @Tag("G6")
    void aDepartureIsNews() throws IOException {
        deliveries.handle(signed(example("pin.deliveries", "UserDeparted.v1", "full")));
        assertEquals(new NoteDeparture(new UserMoment(ProducerContracts.TIME, 12L)), submitted.command);
    }

    @ParameterizedTest
    @Tag("case-S1b")
    @ValueSource(strings = {"MailNotice.v1", "LockNotice.v1", "PinUnlocked.v1", "AddressChanged.v1", "UserDeparted.v1"})
    void newsThatPinServiceHasNotSignedOrThatAreForAnotherAreDeadLetters(String type) throws IOException {
        InboundEvent event = example("pin.deliveries", type, "full");
        assertThrows(Unacceptable.class, () -> deliveries.handle(event));
        ObjectNode data = event.data().deepCopy();
        data.put("userId", "u-18");
        InboundEvent moved = new InboundEvent(event.envelope(), event.cause(), event.origin(), data);
        assertThrows(Unacceptable.class, () -> deliveries.handle(signed(moved)));
        assertNull(submitted.command);
    }

    @Test
    @Tag("A6")
    void newsCannotPassForAMailWithAPin() throws IOException {
        InboundEvent event = example("pin.deliveries", "MailNotice.v1", "full");
        ObjectNode data = event.data().deepCopy();
        data.put("kind", "PIN_RESET");
        InboundEvent odd = new InboundEvent(event.envelope(), event.cause(), event.origin(), data);
        assertThrows(Unacceptable.class, () -> deliveries.handle(signed(odd)));
        assertNull(submitted.command);
    }

    @Test
    @Tag("case-S1b")
    void whatPinServiceHasNotSignedIsADeadLetter() throws IOException {
        InboundEvent event = example("pin.deliveries", "PinDelivery.v1", "full");
        refused(event, "is not signed");
        InboundEvent signed = signed(event);
        byte[] content = signed.proof().content();
        String strangers = TestKeys.signer(TestKeys.stranger("s-stranger")).sign(content);
        refused(with(event, strangers, content), "is signed with a key that is not among the trusted ones");
        String impostors = TestKeys.signer(TestKeys.stranger("s-pin")).sign(content);
        refused(with(event, impostors, content), "is not what was signed");
        InboundEvent other = signed(withUnknownField(event));
        refused(with(event, signed.proof().signature(), other.proof().content()), "is not what was signed");
        refused(with(event, "nonsense", content), "has no signature that can be read");
        assertNull(submitted.command);
    }

    @Test
    @Tag("case-S1b")
    void whatIsForAnotherUserThanItsKeySaysIsADeadLetter() throws IOException {
        InboundEvent event = example("pin.deliveries", "PinDelivery.v1", "full");
        ObjectNode data = event.data().deepCopy();
        data.put("userId", "u-18");
        InboundEvent moved = new InboundEvent(event.envelope(), event.cause(), event.origin(), data);
        assertThrows(Unacceptable.class, () -> deliveries.handle(signed(moved)));
        assertNull(submitted.command);
    }

    private void refused(InboundEvent event, String objection) {
        Unacceptable reason = assertThrows(Unacceptable.class, () -> deliveries.handle(event));
        assertEquals(
                "The delivery " + objection
                        + ", so it is not known to be pin-service's; nothing is mailed. If it is, its"
                        + " key is missing in foyer.pin-signers-file: add it, and reset the PIN.",
                reason.getMessage());
    }

    private static InboundEvent with(InboundEvent event, String signature, byte[] content) {
        return new InboundEvent(
                event.envelope(), event.cause(), event.origin(), event.data(), new Proof(signature, content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void deliveriesAreReadWithWhatTomorrowAdds(String variant) throws IOException {
        InboundEvent event = example("pin.deliveries", "PinDelivery.v1", variant);
        deliveries.handle(signed(event));
        MailCommand today = submitted.command;
        deliveries.handle(signed(withUnknownField(event)));
        assertEquals(today, submitted.command);
    }

    @Test
    @Tag("A4")
    void withoutAWordNobodyHasSeenThePin() throws IOException {
        deliveries.handle(signed(example("pin.deliveries", "PinDelivery.v1", "minimal")));
        assertNull(((QueueMail) submitted.command).letter().pinShown());
    }

    @Test
    @Tag("case-L3")
    void aDeliveryFromBeforeThereWasASequenceIsTaken() throws IOException {
        deliveries.handle(signed(without(example("pin.deliveries", "PinDelivery.v1", "full"), "sequence")));
        assertNull(((QueueMail) submitted.command).letter().sequence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notificationId",
                "kind",
                "tenant",
                "userId",
                "displayName",
                "conferenceId",
                "automaticallySendEmailsToUsers",
                "at"
            })
    void aDeliveryWithoutARequiredFieldIsADeadLetter(String field) throws IOException {
        InboundEvent event = without(example("pin.deliveries", "PinDelivery.v1", "full"), field);
        Unacceptable reason = assertThrows(Unacceptable.class, () -> deliveries.handle(signed(event)));
        assertEquals("The field " + field + " is missing.", reason.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void aDisablingSupersedesWhatWasMadeUntilThen(String variant) throws IOException {
        users.handle(withUnknownField(example("pin.events", "UserDisabled.v1", variant)));
        assertEquals("contoso.com/u-17", submitted.mailbox);
        assertEquals(new SupersedeMailsOfDisabledUser(new UserMoment(ProducerContracts.TIME, 13L)), submitted.command);
    }

    @Test
    void othersEventsMeanNothing() {
        assertTrue(deliveries.understands("foyer.pin.PinDelivery.v1"));
        assertFalse(deliveries.understands("foyer.pin.PinDelivery.v2"));
        assertTrue(users.understands("foyer.pin.UserDisabled.v1"));
        assertFalse(users.understands("foyer.pin.UserEnabled.v1"));
        assertFalse(settings.table().handler().understands("foyer.pin.Tomorrow.v1"));
    }

    @Test
    void aTenantWithoutSettingsHasTheDefaults() {
        assertEquals(MailSettings.DEFAULTS, settings.of("contoso.com"));
        assertFalse(MailSettings.DEFAULTS.ownSender());
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void settingsTellTheLanguageAndWhetherTheSenderIsTheTenants(String variant) throws IOException {
        InboundEvent event = example("tenant.settings", "TenantSettingsChanged.v1", variant);
        settings.table().handler().handle(withUnknownField(event));
        MailSettings read = settings.of(event.data().path("tenant").asText());
        var wire = event.data().path("settings");
        assertEquals(wire.path("defaultLanguage").asText(), read.defaultLanguage());
        assertEquals(wire.path("pinMail").asText("CLEAR").equals("VIEW_ONCE_LINK"), read.pinByLinkOnly());
        assertEquals(wire.path("organizationName").asText(null), read.about().organization());
        assertEquals(wire.path("supportContact").asText(null), read.about().supportContact());
        assertEquals(wire.path("serviceNumbers").size(), read.about().numbers().size());
        // Off by the master switch in the one example, on by default in the other.
        assertEquals(
                wire.path("automaticallySendEmailsToUsers").asBoolean(true) ? Set.of() : Set.of(Kind.values()),
                read.switchedOff());
        boolean own = wire.path("sendEmailFromOverride").asBoolean()
                && wire.has("sendEmailFromAddress")
                && wire.has("sendEmailFromDisplayName");
        assertEquals(own, read.ownSender());
        if (own) {
            assertEquals(wire.path("sendEmailFromDisplayName").asText(), read.senderName());
        } else {
            assertNull(read.senderAddress());
        }
    }

    @Test
    @Tag("D1")
    void eachMailHasItsSwitch() throws IOException {
        InboundEvent event = example("tenant.settings", "TenantSettingsChanged.v1", "full");
        ObjectNode data = event.data().deepCopy();
        ((ObjectNode) data.get("settings")).put("automaticallySendEmailsToUsers", true);
        settings.table().handler().handle(new InboundEvent(event.envelope(), event.cause(), event.origin(), data));
        assertEquals(
                Set.of(Kind.INFORMATION_CHANGED, Kind.TURNED_OFF, Kind.SOMEBODY_WAITS),
                settings.of("contoso.com").switchedOff());
    }

    /** Remembers the last command; decides nothing. */
    private static final class Submitted implements Mailboxes {
        private String mailbox;
        private MailCommand command;
        private CommandMeta meta;

        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(String to, MailCommand what, CommandMeta why) {
            mailbox = to;
            command = what;
            meta = why;
            return CompletableFuture.completedStage(new Reply.Done<>(new MailAnswer.Done(), List.of(), false));
        }

        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(
                String mailbox, MailCommand command, CommandMeta meta) {
            return submit(mailbox, command, meta);
        }

        @Override
        public CompletionStage<Mailbox> read(String wanted) {
            return readLocal(wanted);
        }

        @Override
        public CompletionStage<Mailbox> readLocal(String wanted) {
            return CompletableFuture.failedStage(new UnsupportedOperationException("Not read here"));
        }
    }
}
