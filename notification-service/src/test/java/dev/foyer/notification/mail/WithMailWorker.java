package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
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

/** A worker of one thread, an owner that counts what it is asked, and a mail server that is slow or away when a test says so. */
abstract class WithMailWorker {

    static final MailEvent QUEUED = new MailQueued(letter(1), ADDRESS, NOON.plus(HOLD_TIME), NOON);
    static final Mailbox TO_SEND = after(QUEUED);
    static final Mailbox SENT = after(QUEUED, new MailSent(id(1), NOON));

    /** Foyer was restored as of then; mails with a number above 0 are made later. */
    static final Instant RESTORED = NOON;

    final Owner owner = new Owner();
    final List<UUID> mails = new CopyOnWriteArrayList<>();
    final CountDownLatch server = new CountDownLatch(1);
    final MailServer mailServer = new MailServer(Duration.ofMillis(200));
    volatile boolean serverIsSlow;
    volatile boolean serverIsAway;
    /** Happens when the worker begins to look what is due. */
    volatile Runnable whenItLooks = () -> {};
    /** Happens when the server has said what it says to a mail. */
    volatile Runnable whenItWasAsked = () -> {};

    volatile Instant now = NOON;
    final MailWorker worker = new MailWorker(
            owner,
            (mail, late) -> send(mail),
            new RetryWaits(
                    new Retries(Backoff.between(Duration.ofSeconds(10), Duration.ofMinutes(1)), 0),
                    () -> now,
                    new SteadyClock()),
            mailServer,
            new MailRate(OptionalInt.empty(), new SteadyClock()),
            clock(),
            () -> {
                whenItLooks.run();
                return true;
            },
            new Pace(1, Duration.ofMillis(5), Duration.ZERO, RESTORED));

    @AfterEach
    void close() {
        server.countDown();
        worker.close();
    }

    void keepTheServerBusy() {
        serverIsSlow = true;
        worker.committed("contoso.com/u-busy", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, mails.size()));
    }

    /** It was away, and is back: all who wait are woken. */
    void theServerIsBack() {
        for (int i = 0; i < MailServer.ENOUGH; i++) {
            mailServer.heard(new Attempt.Deferred("MAIL_SERVER_UNREACHABLE", true));
        }
        mailServer.heard(new Attempt.Accepted());
    }

    private Attempt send(Mail.Outgoing mail) {
        mails.add(mail.id());
        Attempt attempt = serverIsAway ? new Attempt.Deferred("MAIL_SERVER_UNREACHABLE", true) : new Attempt.Accepted();
        mailServer.heard(attempt);
        whenItWasAsked.run();
        if (serverIsSlow) {
            try {
                server.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return attempt;
    }

    static Mailbox after(MailEvent... events) {
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
    final class Owner implements Mailboxes {
        private final Map<String, Mailbox> reported = new ConcurrentHashMap<>();
        final List<MailCommand> commands = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
        final AtomicInteger readsBeforeSent = new AtomicInteger();
        volatile MailEvent atTheLastMoment;
        volatile int beginningsUnheard;
        /** Whose beginnings are being recorded for as long as {@code recorded} is not completed. */
        volatile String slow;

        final CompletableFuture<Void> recorded = new CompletableFuture<>();
        volatile Mailbox state = SENT;
        volatile boolean moved;

        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
                String mailbox, MailCommand command, CommandMeta meta) {
            commands.add(command);
            switch (command) {
                case MailCommand.RecordAttemptFailed failed -> {
                    if (stateOf(mailbox).outgoing().findFirst().isPresent()) {
                        commit(mailbox, new MailEvent.MailAttemptFailed(failed.id(), failed.problem(), NOON));
                    }
                }
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
            if (mailbox.equals(slow)) {
                return recorded.thenApply(now -> new Reply.Done<>(new MailAnswer.Done(), List.of(), false));
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

        int readsOf(String mailbox) {
            return reads.getOrDefault(mailbox, new AtomicInteger()).get();
        }

        void forget(String mailbox) {
            reads.remove(mailbox);
            reported.remove(mailbox);
        }

        void commit(String mailbox, MailEvent event) {
            reported.put(mailbox, new MailboxDecider().evolve(stateOf(mailbox), event));
            worker.committed(mailbox, reported.get(mailbox), List.of(event));
        }

        private Mailbox stateOf(String mailbox) {
            return reported.getOrDefault(mailbox, state.equals(SENT) ? TO_SEND : state);
        }
    }
}
