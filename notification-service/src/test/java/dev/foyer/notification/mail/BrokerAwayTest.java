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
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailContext;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.domain.SupersedeReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server said while nothing could be recorded: it is known until it is recorded, and nothing is done twice. */
@Tag("case-L4")
@Tag("D6")
class BrokerAwayTest {

    private static final String MAILBOX = "contoso.com/u-1";
    private static final MailEvent QUEUED = new MailQueued(letter(1), ADDRESS, NOON.plus(HOLD_TIME), NOON);

    private final Owner owner = new Owner();
    private final List<Integer> attempts = new CopyOnWriteArrayList<>();
    private volatile Attempt outcome = new Attempt.Accepted();
    private volatile Instant now = NOON;
    private volatile boolean goesAway;
    private final MailWorker worker = new MailWorker(
            owner,
            (mail, late) -> send(mail),
            new RetryWaits(
                    new Retries(Backoff.between(Duration.ofMillis(20), Duration.ofMillis(40)), 0),
                    () -> now,
                    new SteadyClock()),
            new MailServer(Duration.ofSeconds(1)),
            new MailRate(OptionalInt.empty(), new SteadyClock()),
            new WorkersClock(),
            () -> true,
            new Pace(2, Duration.ofMillis(2), Duration.ofMillis(2), null));

    @AfterEach
    void close() {
        owner.away = false;
        worker.close();
    }

    /** The broker is gone right after the server's {@code 250}. */
    @ParameterizedTest
    @ValueSource(longs = {10, 60, 600})
    void whatAServerTookIsRecordedHoweverLongTheBrokerIsAway(long seconds) {
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        awayFor(seconds);
        assertEquals(List.of(1), attempts);
        assertEquals(1, worker.unrecorded());
        owner.away = false;
        await().untilAsserted(() -> assertEquals(List.of(id(1) + ".sent"), owner.recorded));
        await().untilAsserted(() -> assertEquals(0, worker.unrecorded()));
        assertEquals(List.of(1), attempts, "once");
    }

    /** It is gone before a failed attempt is recorded: the next one is not made before that. */
    @ParameterizedTest
    @ValueSource(longs = {10, 60, 600})
    void aFailedAttemptIsCountedBeforeTheNextIsMade(long seconds) {
        outcome = new Attempt.Deferred("MAIL_SERVER_BUSY: 451");
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        awayFor(seconds);
        assertEquals(List.of(1), attempts);
        outcome = new Attempt.Accepted();
        owner.away = false;
        await().untilAsserted(() -> assertEquals(List.of(id(1) + ".attempt-1", id(1) + ".sent"), owner.recorded));
        assertEquals(List.of(1, 2), attempts);
    }

    /** The commit's answer was lost, and the owner has read its log again: what is known is said before anything is done. */
    @Test
    void aRecoveredMailboxIsToldWhatIsKnownBeforeAnythingIsSent() {
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        awayFor(60);
        worker.recovered(MAILBOX, owner.state(MAILBOX));
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        owner.away = false;
        await().untilAsserted(() -> assertEquals(List.of(id(1) + ".sent"), owner.recorded));
        await().untilAsserted(() -> assertEquals(0, worker.unrecorded()));
        assertEquals(List.of(1), attempts);
    }

    /** Another instance owns the mailbox when the broker is back. */
    @Test
    void whoeverOwnsTheMailboxByThenIsTold() {
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        awayFor(60);
        owner.moved = true;
        owner.away = false;
        await().untilAsserted(() -> assertEquals(List.of(id(1) + ".sent"), owner.recorded));
        assertEquals(List.of(1), attempts);
    }

    /** A reset came first when the broker was back. */
    @Test
    @Tag("D5")
    void theLedgerOfASupersededMailDoesNotDenyThatItLeft() {
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        awayFor(60);
        owner.apply(MAILBOX, new MailSuperseded(id(1), SupersedeReason.NEWER_PIN, NOON));
        owner.away = false;
        await().untilAsserted(() -> assertEquals(0, worker.unrecorded()));
        Mail mail = owner.state(MAILBOX).find(id(1)).orElseThrow();
        assertEquals(1, mail.attempts());
        assertEquals("LEFT_BEFORE_SUPERSEDED", ((Mail.Settled) mail).reason());
    }

    @Test
    void whoStopsRecordsWhatIsLeftFirst() throws InterruptedException {
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        awayFor(10);
        Thread stop = Thread.startVirtualThread(worker::close);
        int refused = owner.refused.get();
        await().until(() -> owner.refused.get() > refused);
        owner.away = false;
        stop.join();
        assertEquals(List.of(id(1) + ".sent"), owner.recorded);
    }

    /** Others' mails go on: who cannot record one mail does not wait for it. */
    @Test
    void oneMailboxThatCannotBeToldHoldsUpNobody() {
        owner.awayFor = MAILBOX::equals;
        goesAway = true;
        worker.committed(MAILBOX, owner.state(MAILBOX), List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, attempts.size()));
        for (int i = 2; i <= 5; i++) {
            worker.committed("contoso.com/u-" + i, owner.state(MAILBOX), List.of(QUEUED));
        }
        await().untilAsserted(() -> assertEquals(
                4, owner.recorded.stream().filter(one -> one.endsWith(".sent")).count()));
        assertEquals(1, worker.unrecorded());
    }

    /** So many seconds by the clock, and a good many tries. */
    private void awayFor(long seconds) {
        await().until(() -> owner.refused.get() > 0);
        now = NOON.plusSeconds(seconds);
        int refused = owner.refused.get();
        await().until(() -> owner.refused.get() > refused + 10);
        worker.recovered(MAILBOX, owner.state(MAILBOX)); // whatever it hears meanwhile
        await().until(() -> owner.refused.get() > refused + 20);
    }

    private Attempt send(Mail.Outgoing mail) {
        attempts.add(mail.attempts());
        owner.away |= goesAway;
        goesAway = false;
        return outcome;
    }

    private final class WorkersClock extends Clock {
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
    }

    /** The real rules behind a broker that comes and goes. */
    private final class Owner implements Mailboxes {
        private final MailboxDecider decider = new MailboxDecider();
        private final List<String> recorded = new CopyOnWriteArrayList<>();
        private final AtomicInteger refused = new AtomicInteger();
        private final Map<String, Mailbox> states = new ConcurrentHashMap<>();
        private volatile boolean away;
        /** Of which mailboxes, while it is. */
        private volatile Predicate<String> awayFor = mailbox -> true;

        private volatile boolean moved;

        @Override
        public synchronized CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
                String mailbox, MailCommand command, CommandMeta meta) {
            // Who begins in this moment began before.
            if (isAway(mailbox) && !(command instanceof MailCommand.BeginAttempt)) {
                refused.incrementAndGet();
                return CompletableFuture.failedStage(
                        new Unavailable(Unavailable.Reason.BROKER_AWAY, "The broker is away"));
            }
            var decision = decider.decide(state(mailbox), command, new MailContext(now, HOLD_TIME));
            if (decision
                    instanceof
                    Decision.Accepted<MailEvent, MailRefusal, MailAnswer>(List<MailEvent> events, MailAnswer _)) {
                events.forEach(event -> apply(mailbox, event));
                worker.committed(mailbox, state(mailbox), events);
            }
            if (!(command instanceof MailCommand.BeginAttempt)) {
                recorded.add(meta.commandId());
            }
            return CompletableFuture.completedStage(new Reply.Done<>(new MailAnswer.Done(), List.of(), false));
        }

        private boolean isAway(String mailbox) {
            return away && awayFor.test(mailbox);
        }

        private synchronized void apply(String mailbox, MailEvent event) {
            states.put(mailbox, decider.evolve(state(mailbox), event));
        }

        private Mailbox state(String mailbox) {
            return states.getOrDefault(mailbox, decider.evolve(decider.initial(), QUEUED));
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
            if (isAway(mailbox)) {
                return CompletableFuture.failedStage(
                        new Unavailable(Unavailable.Reason.BROKER_AWAY, "The broker is away"));
            }
            return moved
                    ? CompletableFuture.failedStage(new Unavailable(Unavailable.Reason.MOVED, "Moved"))
                    : CompletableFuture.completedStage(state(mailbox));
        }
    }
}
