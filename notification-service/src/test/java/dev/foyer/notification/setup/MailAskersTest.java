package dev.foyer.notification.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailOptions;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import dev.foyer.notification.domain.link.LinkCommand.MakeLink;
import dev.foyer.testing.AskersTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may ask what by way of another instance, command by command. */
@Tag("case-S3")
class MailAskersTest {

    private static final String MAILBOX = "contoso.com/u-17";

    private final NotificationService service = new NotificationService();

    @Test
    void eachCommandHasItsAskers() {
        List<Class<?>> types = new ArrayList<>();
        NotificationAggregates.of(CommitListener.none(), null, Duration.ZERO, null)
                .all()
                .forEach(kind -> types.add(kind.wire().commands().type()));
        assertEquals(
                """
                BeginAttempt:
                DiscardMail: conferencing-admin
                ExpireMails:
                ForgetLink:
                HandOverMail: conferencing-admin, helpdesk
                MakeLink: service
                NoteDeparture: service
                NoticeMail: service
                OpenMail: anonymous
                QueueMail: service
                ReaddressMails: service
                RecordAttemptFailed: service
                RecordFailed: service
                RecordSent: service
                ReleaseMail: conferencing-admin, helpdesk
                RetryMail: conferencing-admin, helpdesk
                RevealMail: conferencing-admin
                SupersedeMailsOfDisabledUser: service
                SupersedeMailsOfLock: service
                """,
                AskersTable.of(
                        types, command -> service.askers(MAILBOX, command), letter("u-17", "digest"), news("u-17")));
    }

    /** Nobody's request makes a link; whoever has one asks for no tenant, and may open any mailbox's. */
    @Test
    @Tag("D7")
    void aLinkIsOfNoTenant() {
        assertFalse(service.isOf("contoso.com", "hash", new MakeLink(MAILBOX, UUID.randomUUID(), Instant.EPOCH)));
        assertTrue(service.isOf("-", MAILBOX, new OpenMail(UUID.randomUUID())));
        assertFalse(service.isOf("-", MAILBOX, new ReleaseMail(UUID.randomUUID(), null)));
    }

    /** Its mailbox knows it already; another would mail the PIN once more, wherever it was told to. */
    @Test
    void aLetterIsQueuedInTheMailboxOfItsUser() {
        assertEquals(Set.of(), service.askers("contoso.com/u-9", letter("u-17", "digest")));
        assertEquals(Set.of(), service.askers(MAILBOX, letter("u-17", null)));
    }

    @Test
    @Tag("D2")
    void anotherAddressIsForAdministrators() {
        assertEquals(
                Set.of(Roles.ADMIN), service.askers(MAILBOX, new ReleaseMail(UUID.randomUUID(), "me@example.com")));
    }

    /** Without a PIN there is nothing to find out, but it would reach whom it is not about. */
    @Test
    void newsAreForTheirUser() {
        assertEquals(Set.of(), service.askers("contoso.com/u-9", news("u-17")));
    }

    private static NoticeMail news(String userId) {
        return new NoticeMail(
                new Letter(
                        UUID.randomUUID(),
                        Kind.TURNED_OFF,
                        new Recipient("contoso.com", userId, "Amos Marble", "amos@contoso.com", null),
                        new DialIn("4711007", null, null),
                        null,
                        Instant.EPOCH,
                        1L,
                        "request-1",
                        null),
                null);
    }

    private static QueueMail letter(String userId, String digest) {
        return new QueueMail(
                new Letter(
                        UUID.randomUUID(),
                        Kind.PIN_RESET,
                        new Recipient("contoso.com", userId, "Amos Marble", "amos@contoso.com", null),
                        new DialIn("4711007", null, null),
                        new SealedPin(0, 17, digest),
                        Instant.EPOCH,
                        1L,
                        "request-1",
                        false),
                new MailOptions(true, true, "me@example.com"));
    }
}
