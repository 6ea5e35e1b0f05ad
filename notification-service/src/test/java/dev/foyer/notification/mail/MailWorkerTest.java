package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Backoff;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.SteadyClock;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReaddressed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.mail.MailWorker.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the worker sends by the state that a commit gave it, and when it asks the owner instead. */
class MailWorkerTest {

    private static final MailEvent QUEUED = new MailQueued(letter(1), ADDRESS, NOON.plus(HOLD_TIME), NOON);
    private static final Mailbox TO_SEND = after(QUEUED);
    private static final Mailbox SENT = after(QUEUED, new MailSent(id(1), NOON));

    private final Owner owner = new Owner();
    private final List<UUID> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch server = new CountDownLatch(1);
    private final MailServer mailServer = new MailServer(Duration.ofMillis(200));
    private volatile boolean serverIsSlow;
    private volatile boolean serverIsAway;
    private volatile Instant now = NOON;
    private final MailWorker worker = new MailWorker(
            owner,
            (mail, late) -> send(mail),
            new RetryWaits(
                    new Retries(Backoff.between(Duration.ofSeconds(10), Duration.ofMinutes(1)), 0),
                    () -> now,
                    new SteadyClock()),
            mailServer,
            new MailRate(OptionalInt.empty(), new SteadyClock()),
            clock(),
            () -> true,
            new Pace(1, Duration.ofMillis(5), Duration.ZERO));

    @AfterEach
    void close() {
        server.countDown();
        worker.close();
    }

    @Test
    @Tag("D6")
    void whatWasJustCommittedIsSentWithoutAskingTheOwner() {
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(
                List.of(new MailCommand.BeginAttempt(id(1)), new MailCommand.RecordSent(id(1), ADDRESS)),
                owner.commands));
        assertEquals(List.of(id(1)), mails);
        assertEquals(0, owner.readsBeforeSent.get());
    }

    @Test
    @Tag("D6")
    void whatWasRecoveredIsReadFromTheOwner() {
        owner.state = TO_SEND;
        worker.recovered("contoso.com/u-1", TO_SEND);
        await().untilAsserted(() -> assertEquals(2, owner.commands.size()));
        assertEquals(1, owner.readsBeforeSent.get());
    }

    /** Whoever began it is gone, and may have sent it; the owner that is there now has not. */
    @Test
    @Tag("case-L4")
    @Tag("D6")
    void whatSomebodyElseBeganIsSaidToBeInterruptedBeforeItIsSentAgain() {
        owner.state = after(QUEUED, new MailAttemptBegun(id(1), NOON));
        worker.recovered("contoso.com/u-1", owner.state);
        await().untilAsserted(() -> assertEquals(
                List.of(new MailCommand.RecordAttemptFailed(id(1), "INTERRUPTED (possibly delivered 1 time)")),
                owner.commands));
        assertEquals(List.of(), mails);
    }

    /** It was not known whether the beginning is recorded; it is, and nobody has sent the mail. */
    @Test
    @Tag("D6")
    void whatWeBeganOurselvesWithoutHearingOfItIsSent() {
        owner.beginningsUnheard = 1;
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(
                List.of(new MailCommand.BeginAttempt(id(1)), new MailCommand.RecordSent(id(1), ADDRESS)),
                owner.commands));
        assertEquals(List.of(id(1)), mails);
    }

    /** It was given another address when the beginning was being recorded. */
    @Test
    @Tag("D2")
    @Tag("case-mail-M2")
    void itGoesWhereItIsToGoWhenItIsSent() {
        owner.atTheLastMoment = new MailReaddressed(id(1), "amos@contoso.com", NOON, 2L, NOON);
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() ->
                assertEquals(new MailCommand.RecordSent(id(1), "amos@contoso.com"), owner.commands.getLast()));
    }

    @Test
    @Tag("D5")
    void whatWasSupersededInTheQueueIsNotSent() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        worker.committed("contoso.com/u-1", SENT, List.of(new MailSent(id(1), NOON)));
        owner.state = SENT;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.readsOf("contoso.com/u-1") > 0));
        assertEquals(1, mails.size());
    }

    @Test
    @Tag("D6")
    void whatWaitedInTheQueueIsNotSentByAnInstanceThatLostTheMailbox() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        now = NOON.plus(CommittedMails.FRESH);
        owner.moved = true;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.readsOf("contoso.com/u-1") > 0));
        assertEquals(1, mails.size());
    }

    /** A commit while the mail leaves gives a state in which it is still to be sent. */
    @Test
    @Tag("D6")
    void whatWasGivenBeforeAReportIsNotSentAfterIt() {
        serverIsSlow = true;
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, mails.size()));
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        owner.forget("contoso.com/u-1");
        owner.state = SENT;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.readsOf("contoso.com/u-1") > 0));
        assertEquals(1, mails.size());
    }

    /** The server is back after hours: nobody waits for the rest of an own long wait. */
    @Test
    @Tag("case-L12")
    void theFirstMailThatLeavesWakesAllOthers() {
        owner.state = TO_SEND;
        serverIsAway = true;
        for (int i = 0; i < 5; i++) {
            worker.committed("contoso.com/u-" + i, TO_SEND, List.of(QUEUED));
        }
        await().untilAsserted(() -> assertEquals(
                3,
                owner.commands.stream()
                        .filter(MailCommand.RecordAttemptFailed.class::isInstance)
                        .count(),
                "then one at a time asks"));
        serverIsAway = false;
        await().untilAsserted(() -> assertEquals(
                5,
                owner.commands.stream()
                        .filter(MailCommand.RecordSent.class::isInstance)
                        .count()));
    }

    private void keepTheServerBusy() {
        serverIsSlow = true;
        worker.committed("contoso.com/u-busy", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, mails.size()));
    }

    private Attempt send(Mail.Outgoing mail) {
        mails.add(mail.id());
        Attempt attempt = serverIsAway ? new Attempt.Deferred("MAIL_SERVER_UNREACHABLE", true) : new Attempt.Accepted();
        mailServer.heard(attempt);
        if (serverIsSlow) {
            try {
                server.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return attempt;
    }

    private static Mailbox after(MailEvent... events) {
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        for (MailEvent event : events) {
            mailbox = decider.evolve(mailbox, event);
        }
        return mailbox;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /** Counts what it is asked, and keeps the commands. */
    private final class Owner implements Mailboxes {
        private final Map<String, Mailbox> reported = new ConcurrentHashMap<>();
        private final List<MailCommand> commands = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
        private final AtomicInteger readsBeforeSent = new AtomicInteger();
        private volatile MailEvent atTheLastMoment;
        private volatile int beginningsUnheard;
        private volatile Mailbox state = SENT;
        private volatile boolean moved;

        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
                String mailbox, MailCommand command, CommandMeta meta) {
            commands.add(command);
            switch (command) {
                case MailCommand.RecordAttemptFailed failed ->
                    commit(mailbox, new MailEvent.MailAttemptFailed(failed.id(), failed.problem(), NOON));
                case MailCommand.BeginAttempt begin -> {
                    if (atTheLastMoment != null) {
                        commit(mailbox, atTheLastMoment);
                    }
                    commit(mailbox, new MailAttemptBegun(begin.id(), NOON));
                    if (beginningsUnheard-- > 0) {
                        return CompletableFuture.failedStage(
                                new Unavailable(Unavailable.Reason.BROKER_AWAY, "Nobody knows"));
                    }
                }
                case MailCommand.RecordSent sent -> reported.put(mailbox, SENT);
                default -> {}
            }
            return CompletableFuture.completedStage(new Reply.Done<>(new MailAnswer.Done(), List.of(), false));
        }

        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(
                String mailbox, MailCommand command, CommandMeta meta) {
            return submit(mailbox, command, meta);
        }

        @Override
        public CompletionStage<Mailbox> read(String mailbox) {
            return readLocal(mailbox);
        }

        @Override
        public CompletionStage<Mailbox> readLocal(String mailbox) {
            reads.computeIfAbsent(mailbox, same -> new AtomicInteger()).incrementAndGet();
            if (!reported.getOrDefault(mailbox, TO_SEND).equals(SENT)) {
                readsBeforeSent.incrementAndGet();
            }
            return moved
                    ? CompletableFuture.failedStage(new Unavailable(Unavailable.Reason.MOVED, "Moved"))
                    : CompletableFuture.completedStage(reported.getOrDefault(mailbox, state));
        }

        private int readsOf(String mailbox) {
            return reads.getOrDefault(mailbox, new AtomicInteger()).get();
        }

        private void forget(String mailbox) {
            reads.remove(mailbox);
            reported.remove(mailbox);
        }

        private void commit(String mailbox, MailEvent event) {
            Mailbox before = reported.getOrDefault(mailbox, TO_SEND);
            reported.put(mailbox, new MailboxDecider().evolve(before, event));
            worker.committed(mailbox, reported.get(mailbox), List.of(event));
        }
    }
}
