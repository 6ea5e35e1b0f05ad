package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.notification.domain.MailCommand.BeginAttempt;
import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import dev.foyer.notification.domain.MailEvent.MailRevealed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.journal.MailboxJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Thousands of commands in any order, with a worker that behaves as the real one: reads, sends, records late. */
@DisplayName("Random commands to a mailbox")
class RandomCommandsTest {

    private static final List<String> ADDRESSES = Arrays.asList(null, ADDRESS, "amos@contoso.com");

    private final long seed = Long.getLong("foyer.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final MailboxDecider decider = new MailboxDecider();
    private final HoldTimer timer = new HoldTimer();
    private final List<MailEvent> journal = new ArrayList<>();
    private final Set<UUID> sent = new HashSet<>();
    private final Set<UUID> superseded = new HashSet<>();
    private final Set<UUID> revealed = new HashSet<>();
    private final Set<UUID> opened = new HashSet<>();
    private Mailbox mailbox = decider.initial();
    private Instant now = NOON;
    private int deliveries;

    @RepeatedTest(50)
    @Tag("A4")
    @Tag("D5")
    @Tag("D6")
    @Tag("D7")
    void replayEqualsLiveAndNoMailIsSentTwiceOrStale() {
        String replay = "-Dfoyer.seed=" + seed;
        for (int step = 0; step < 400; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            if (timer.due(mailbox).filter(due -> !due.isAfter(now)).isPresent() && random.nextBoolean()) {
                submit(timer.command(mailbox));
                assertTrue(
                        timer.due(mailbox).filter(due -> !due.isAfter(now)).isEmpty(), "woken for nothing: " + replay);
            }
            if (random.nextInt(3) == 0) {
                work(replay);
            } else {
                submit(anyCommand());
            }
        }
        assertEquals(mailbox, replay(), replay);
    }

    /** One pass of the worker; its commands may come twice. */
    private void work(String replay) {
        Optional<Mail.Outgoing> next = mailbox.outgoing().findFirst();
        if (next.isEmpty()) {
            return;
        }
        Mail.Outgoing mail = next.get();
        assertFalse(superseded.contains(mail.id()), "superseded, but offered for sending: " + replay);
        if (mail.expired(now)) {
            return;
        }
        if (!mail.underWay()) {
            submit(new BeginAttempt(mail.id()));
            if (random.nextInt(4) == 0) {
                return; // killed before it could send
            }
        } else {
            assertFalse(sent.contains(mail.id()), "sent, and nobody knows: " + replay);
        }
        if (random.nextInt(50) == 0) {
            now = mail.expiresAt(); // the server takes its time, and the timer does not wait for it
            submit(new ExpireMails());
        }
        switch (random.nextInt(4)) {
            case 0 -> submit(new RecordAttemptFailed(mail.id(), "MAIL_SERVER_UNREACHABLE"));
            case 1 -> submit(new RecordFailed(mail.id(), "MAIL_SERVER_REFUSED: 550", true));
            default -> {
                assertTrue(sent.add(mail.id()), "sent twice: " + replay);
                submit(new RecordSent(mail.id()));
                submit(new RecordSent(mail.id()));
            }
        }
    }

    private MailCommand anyCommand() {
        UUID some = id(1 + random.nextInt(deliveries + 1));
        return switch (random.nextInt(8)) {
            case 0, 1 -> delivery(++deliveries);
            case 2 -> delivery(1 + random.nextInt(deliveries + 1)); // again, or early
            case 3 -> new ReleaseMail(some, random.nextBoolean() ? null : "u@hotmail.com");
            case 4 ->
                switch (random.nextInt(4)) {
                    case 0 -> new DiscardMail(some);
                    case 1 -> new HandOverMail(some);
                    case 2 -> new OpenMail(some);
                    default -> new RevealMail(some);
                };
            case 5 -> new ExpireMails(); // a timer of long ago
            case 6 -> new ReaddressMails(ADDRESSES.get(random.nextInt(3)), moment(random.nextInt(deliveries + 1)));
            default -> new SupersedeMailsOfDisabledUser(moment(random.nextInt(deliveries + 1)));
        };
    }

    private QueueMail delivery(int number) {
        deliveries = Math.max(deliveries, number);
        Boolean asked = random.nextBoolean() ? null : random.nextBoolean();
        return new QueueMail(
                random.nextInt(10) == 0 ? letter(number, null) : letter(number),
                new MailOptions(random.nextBoolean(), asked, null));
    }

    private void submit(MailCommand command) {
        switch (decider.decide(mailbox, command, new MailContext(now, HOLD_TIME))) {
            case Decision.Accepted<MailEvent, MailRefusal, MailAnswer>(List<MailEvent> events, MailAnswer answer) ->
                events.forEach(this::append);
            case Decision.Refused<MailEvent, MailRefusal, MailAnswer> refused -> {}
        }
    }

    private void append(MailEvent event) {
        journal.add(event);
        mailbox = decider.evolve(mailbox, event);
        if (event instanceof MailSuperseded(UUID mail, SupersedeReason reason, Instant at)) {
            superseded.add(mail);
        }
        if (event instanceof MailRevealed(UUID mail, Instant at)) {
            assertTrue(revealed.add(mail), "revealed twice");
        }
        if (event instanceof MailOpened(UUID mail, Instant at)) {
            assertTrue(opened.add(mail), "opened twice");
            assertFalse(superseded.contains(mail), "the PIN of a superseded mail was shown");
            sent.add(mail);
        }
        if (event instanceof MailSent(UUID mail, String to, Instant at)) {
            assertFalse(superseded.contains(mail), "a superseded mail became a sent one");
        }
    }

    /** Through the stored bytes, as a recovery would. */
    private Mailbox replay() {
        JournalFormat<MailEvent> format = MailboxJournal.events();
        Mailbox folded = decider.initial();
        for (MailEvent event : journal) {
            folded = decider.evolve(folded, format.read(format.typeOf(event), format.write(event)));
        }
        return folded;
    }
}
