package dev.foyer.notification.journal;

import static dev.foyer.eventsourcing.testing.WireCheck.arrives;
import static dev.foyer.eventsourcing.testing.WireCheck.fingerprintIsTheSameEverywhere;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.testing.Reachable;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Doubt;
import dev.foyer.notification.domain.HoldReason;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailOptions;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.Outcome;
import dev.foyer.notification.domain.PinLock;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import dev.foyer.notification.domain.UserMoment;
import dev.foyer.notification.domain.WaitingCallers;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.domain.link.LinkRefusal;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What instances of notification-service forward to each other arrives as it left; what goes into snapshots has no secret. */
class MailboxWireTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456789Z");
    private static final UUID ID = UUID.fromString("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11");
    private static final Letter LETTER = new Letter(
            ID,
            Kind.PIN_RESET,
            new Recipient("contoso.com", "u-17", "Amos Marble", "amos@contoso.com", "it"),
            new DialIn("4711007", "+390212345678", "+39800123456"),
            new SealedPin(2, 5_000_000_000L, "digest"),
            NOW,
            9L,
            "r-1",
            true);
    private static final Letter BARE = new Letter(
            ID,
            Kind.WELCOME,
            new Recipient("contoso.com", "u-17", null, null, null),
            new DialIn("4711007", null, null),
            new SealedPin(0, 0, null),
            NOW,
            null,
            null,
            null);

    private static final Letter LOCKED = new Letter(
            ID,
            Kind.PIN_LOCKED,
            new Recipient("contoso.com", "u-17", "Amos Marble", null, null),
            new DialIn("4711007", null, null),
            null,
            NOW,
            10L,
            "r-1",
            null,
            new PinLock(NOW, NOW));

    private static final Letter WAITS = new Letter(
            ID,
            Kind.SOMEBODY_WAITS,
            new Recipient("contoso.com", "u-17", "Amos Marble", null, null),
            new DialIn("471100815", null, null),
            null,
            NOW,
            11L,
            "r-1",
            null,
            null,
            new WaitingCallers(NOW, 2));

    @Test
    void states() {
        arrives(
                Mailbox.class,
                MailboxWire.MAILBOXES.states(),
                new Mailbox(List.of(), null, null),
                new Mailbox(
                        List.of(
                                new Mail.Settled(BARE, NOW, null, 0, Outcome.EXPIRED, null, null, null),
                                new Mail.Settled(LETTER, NOW, "a@b", 3, Outcome.FAILED, "HOLD_TIME_OVER", NOW, null),
                                new Mail.Settled(LETTER, NOW, "a@b", 1, Outcome.SENT, null, NOW, NOW),
                                new Mail.Held(BARE, NOW, HoldReason.NO_ADDRESS, null),
                                new Mail.Held(WAITS, NOW, HoldReason.RESTORED, null),
                                new Mail.Held(BARE, NOW, HoldReason.NOT_REQUESTED, NOW),
                                new Mail.Outgoing(LETTER, NOW, "a@b", true, 2, "MAIL_SERVER_BUSY: 451", NOW, NOW),
                                new Mail.Held(BARE, NOW, HoldReason.NO_ADDRESS, null, 2, new Doubt(1, true)),
                                new Mail.Outgoing(
                                        LOCKED, NOW, "a@b", true, 3, null, null, null, NOW, true, new Doubt(2, true)),
                                new Mail.Settled(
                                        LETTER,
                                        NOW,
                                        "a@b",
                                        3,
                                        Outcome.FAILED,
                                        "x",
                                        NOW,
                                        null,
                                        true,
                                        new Doubt(2, false)),
                                new Mail.Outgoing(LETTER, NOW, "a@b", false, 0, null, null, null)),
                        NOW,
                        12L,
                        new UserMoment(NOW, 14L),
                        new UserMoment(NOW, null),
                        NOW));
    }

    @Test
    void commands() {
        arrives(
                MailCommand.class,
                MailboxWire.MAILBOXES.commands(),
                new MailCommand.QueueMail(LETTER, new MailOptions(true, false, "a@b")),
                new MailCommand.QueueMail(BARE, new MailOptions(false, null, null)),
                new MailCommand.NoticeMail(LOCKED, "a@b"),
                new MailCommand.NoticeMail(WAITS, "a@b"),
                new MailCommand.NoticeMail(LOCKED, null),
                new MailCommand.SupersedeMailsOfLock(new UserMoment(NOW, 9L)),
                new MailCommand.RetryMail(ID),
                new MailCommand.SupersedeMailsOfDisabledUser(new UserMoment(NOW, 9L)),
                new MailCommand.ReleaseMail(ID, "a@b"),
                new MailCommand.ReleaseMail(ID, null),
                new MailCommand.DiscardMail(ID),
                new MailCommand.RevealMail(ID),
                new MailCommand.OpenMail(ID),
                new MailCommand.HandOverMail(ID),
                new MailCommand.ReaddressMails("a@b", new UserMoment(NOW, 9L)),
                new MailCommand.ReaddressMails(null, new UserMoment(NOW, 9L)),
                new MailCommand.NoteDeparture(new UserMoment(NOW, 9L)),
                new MailCommand.BeginAttempt(ID),
                new MailCommand.RecordSent(ID),
                new MailCommand.RecordSent(ID, "a@b"),
                new MailCommand.RecordAttemptFailed(ID, "MAIL_SERVER_BUSY: 451"),
                new MailCommand.RecordFailed(ID, "PIN_IS_GONE", true),
                new MailCommand.ExpireMails());
    }

    @Test
    void refusalsAndAnswers() {
        arrives(
                MailRefusal.class,
                MailboxWire.MAILBOXES.refusals(),
                new MailRefusal.NotificationIsUnknown(),
                new MailRefusal.MailIsOnItsWay("a@b"),
                new MailRefusal.MailIsSettled(Outcome.SUPERSEDED),
                new MailRefusal.AddressIsMissing(),
                new MailRefusal.RetryNeedsAddress(),
                new MailRefusal.AlreadyRevealed(),
                new MailRefusal.PinWasShown(),
                new MailRefusal.LinkWasUsed(),
                new MailRefusal.LinkIsDead(),
                new MailRefusal.MailHasNotFailed(),
                new MailRefusal.MailHasNoPin(),
                new MailRefusal.HoldTimeIsOver());
        arrives(MailAnswer.class, MailboxWire.MAILBOXES.answers(), new MailAnswer.Done());
    }

    @Test
    @Tag("D7")
    void links() {
        arrives(Link.class, MailboxWire.LINKS.states(), new Link.None(), new Link.ToMail("contoso.com/u-17", ID, NOW));
        arrives(
                LinkCommand.class,
                MailboxWire.LINKS.commands(),
                new LinkCommand.MakeLink("contoso.com/u-17", ID, NOW),
                new LinkCommand.ForgetLink());
        arrives(LinkRefusal.class, MailboxWire.LINKS.refusals(), new LinkRefusal.LeadsElsewhere());
    }

    /** They lie in snapshots. Only the domain can be reached, and of a PIN it knows the place alone. */
    @Test
    @Tag("A6")
    void noStateCanCarryAPinSealedOrNot() {
        Set<String> packages = Reachable.from(Mailbox.class).stream()
                .map(Class::getPackageName)
                .filter(name -> name.startsWith("dev.foyer"))
                .collect(toSet());
        assertEquals(Set.of("dev.foyer.notification.domain"), packages);
        assertEquals(
                List.of("int partition", "long offset", "java.lang.String digest"),
                Arrays.stream(SealedPin.class.getRecordComponents())
                        .map(RecordComponent::toString)
                        .toList());
    }

    @Test
    void theSameStatesHaveTheSameFingerprintInEveryProcess() throws Exception {
        fingerprintIsTheSameEverywhere(Mailbox.class);
    }
}
