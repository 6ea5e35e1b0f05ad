package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.madeAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.notification.domain.Copies;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailContext;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.domain.UserMoment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worker is killed at each step between "decided" and "recorded", and something happens to the mail before it is back: the ledger
 * never denies a copy that left, claims none where none can have, and there are two at most.
 */
@Tag("case-L4")
@Tag("D6")
class CrashStepsTest {

    private static final String MAILBOX = "contoso.com/u-17";

    /** Behind which step it is killed. */
    private enum Step {
        DECIDED,
        BEGUN,
        ANSWERED,
        RECORDED
    }

    /** What the server does with the first attempt. */
    private enum Server {
        TAKES,
        IS_BUSY
    }

    private enum Meanwhile {
        NOTHING(null, NOON),
        A_RESET(new MailCommand.QueueMail(letter(2), AUTOMATIC), NOON),
        A_DISABLING(new MailCommand.SupersedeMailsOfDisabledUser(new UserMoment(madeAt(2), 2L)), NOON),
        ITS_TIME_RUNS_OUT(new MailCommand.ExpireMails(), NOON.plus(HOLD_TIME).plusSeconds(3600)),
        ANOTHER_ADDRESS(new MailCommand.ReaddressMails("amos@contoso.com", new UserMoment(madeAt(2), 2L)), NOON),
        NO_ADDRESS(new MailCommand.ReaddressMails(null, new UserMoment(madeAt(2), 2L)), NOON);

        private final MailCommand command;
        private final Instant now;

        Meanwhile(MailCommand command, Instant now) {
            this.command = command;
            this.now = now;
        }
    }

    private final MailboxDecider decider = new MailboxDecider();
    private Mailbox mailbox = decider.initial();
    private int copies;

    static Stream<Arguments> all() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Arrays.stream(Server.values())
                        .flatMap(server -> Arrays.stream(Meanwhile.values())
                                .map(meanwhile -> Arguments.of(step, server, meanwhile))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLedgerNeverDeniesAMailThatLeft(Step killedAfter, Server server, Meanwhile meanwhile) {
        submit(new MailCommand.QueueMail(letter(1), AUTOMATIC), NOON);
        attemptUntil(killedAfter, server);
        if (meanwhile.command != null) {
            submit(meanwhile.command, meanwhile.now);
        }
        goOn(meanwhile.now);
        Mail mail = mailbox.find(id(1)).orElseThrow();
        String said = said(mail);
        assertTrue(copies <= 2, said);
        if (copies > 0) {
            assertTrue(said.startsWith("SENT") || said.contains("possibly delivered"), () -> copies + " left: " + said);
            assertTrue(mail.attempts() >= copies, said);
        }
        if (copies > 1) {
            assertEquals("SENT EARLIER_ATTEMPT_UNKNOWN (possibly delivered 1 time)", said);
        }
        if (killedAfter == Step.DECIDED || killedAfter == Step.RECORDED) {
            assertFalse(said.contains("possibly"), said);
        }
    }

    /** What a worker does in its first life. */
    private void attemptUntil(Step last, Server server) {
        if (last == Step.DECIDED) {
            return;
        }
        submit(new MailCommand.BeginAttempt(id(1)), NOON);
        if (last == Step.BEGUN) {
            return;
        }
        Mail.Outgoing mail = mailbox.outgoing().findFirst().orElseThrow();
        assertEquals(ADDRESS, mail.to());
        Attempt attempt = server == Server.TAKES ? take() : new Attempt.Deferred("MAIL_SERVER_BUSY: 451");
        if (last == Step.RECORDED) {
            submit(
                    Report.of(MAILBOX, mail, Unanswered.counted(Unanswered.before(mail), attempt))
                            .command(),
                    NOON);
        }
    }

    /** What another one does in the next life, with the server well again. */
    private void goOn(Instant now) {
        while (mailbox.outgoing().findFirst().isPresent()
                && mailbox.outgoing().findFirst().orElseThrow().id().equals(id(1))) {
            Mail.Outgoing mail = mailbox.outgoing().findFirst().orElseThrow();
            if (mail.underWay()) {
                submit(Report.of(MAILBOX, mail, Unanswered.interrupted(mail)).command(), now);
            } else {
                submit(new MailCommand.BeginAttempt(mail.id()), now);
                submit(
                        Report.of(MAILBOX, mailbox.outgoing().findFirst().orElseThrow(), take())
                                .command(),
                        now);
            }
        }
    }

    private Attempt take() {
        copies++;
        return new Attempt.Accepted();
    }

    private void submit(MailCommand command, Instant now) {
        switch (decider.decide(mailbox, command, new MailContext(now, HOLD_TIME))) {
            case Decision.Accepted<MailEvent, MailRefusal, MailAnswer>(List<MailEvent> events, MailAnswer _) ->
                events.forEach(event -> mailbox = decider.evolve(mailbox, event));
            case Decision.Refused<MailEvent, MailRefusal, MailAnswer>(MailRefusal reason) ->
                throw new AssertionError(reason.toString());
        }
    }

    /** As the ledger says it. */
    private static String said(Mail mail) {
        return switch (mail) {
            case Mail.Settled over -> over.outcome() + (over.reason() == null ? "" : " " + over.reason());
            case Mail.Held held ->
                "HELD " + Copies.said(held.reason().name(), held.doubt().copies());
            case Mail.Outgoing out -> throw new AssertionError("It still waits");
        };
    }
}
