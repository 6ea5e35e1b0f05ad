package dev.foyer.notification.mail;

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
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Letters;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.domain.Outcome;
import dev.foyer.notification.mail.smtp.SmtpOf;
import dev.foyer.testing.ScriptedMailServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many mails to a server that fails in all ways it can, by chance: each leaves once, or the ledger says what else it knows. */
@Tag("D6")
class FaultyServerTest {

    private static final Clock NOW = Clock.fixed(NOON, ZoneOffset.UTC);
    /** Of the chances, so that a run can be repeated. */
    private static final long SEED = 20_261_127;

    private final MailboxDecider decider = new MailboxDecider();
    private final Map<String, Mailbox> states = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> unanswered = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> deferred = new ConcurrentHashMap<>();
    private volatile MailWorker listener;
    private final Random random = new Random(SEED);

    @Test
    void aThousandMails() {
        mails(1_000);
    }

    @Test
    @Tag("long")
    void tenThousandMails() {
        mails(10_000);
    }

    private void mails(int users) {
        MailServer asked = new MailServer(Duration.ofMillis(5));
        try (ScriptedMailServer server = failing();
                SmtpOf smtp = new SmtpOf(server);
                MailWorker worker = worker(smtp, asked)) {
            listener = worker;
            for (int i = 0; i < users; i++) {
                String user = "u-" + i;
                MailEvent queued = new MailQueued(letter(1), user + "@contoso.com", NOON.plus(HOLD_TIME), NOON);
                states.put(user, decider.evolve(decider.initial(), queued));
                worker.committed(user, states.get(user), List.of(queued));
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> states.values().stream()
                            .allMatch(state -> state.find(id(1)).orElseThrow() instanceof Mail.Settled));
            states.forEach((user, state) ->
                    check(user, (Mail.Settled) state.find(id(1)).orElseThrow(), server));
            assertTrue(server.mostAtOnce() <= WorkerPool.MOST, server::toString);
        }
    }

    private void check(String user, Mail.Settled mail, ScriptedMailServer server) {
        long given = server.given(user + "@contoso.com");
        int lost = counted(unanswered, user).get();
        if (refused(user)) {
            assertEquals(Outcome.FAILED, mail.outcome(), user);
            assertEquals(0, given, user);
        } else if (lost < Unanswered.MOST) {
            assertEquals(Outcome.SENT, mail.outcome(), () -> user + " " + mail.reason());
            assertEquals(1, given - counted(deferred, user).get() - lost, user);
        } else {
            assertEquals(Outcome.FAILED, mail.outcome(), user);
            assertEquals("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 3 times)", mail.reason());
        }
    }

    private ScriptedMailServer failing() {
        return new ScriptedMailServer()
                .answer(
                        "GREETING",
                        line -> chance(10) ? any("421 busy", ScriptedMailServer.HANG_UP, "garbage") : "220 failing")
                .answer("RSET", line -> chance(10) ? any(ScriptedMailServer.HANG_UP, "421 closing") : "250 OK")
                .answer("MAIL", line -> chance(10) ? any("421 closing", "451 later", "452 full", "") : "250")
                .answer(
                        "RCPT",
                        line -> refused(user(line))
                                ? "550 5.1.1 nobody"
                                : chance(10)
                                        ? any(
                                                "450 4.2.0 greylisted",
                                                "471 unheard of",
                                                "999 x",
                                                ScriptedMailServer.HANG_UP)
                                        : "250 OK")
                .answer("DATA", line -> chance(10) ? any("451 later", ScriptedMailServer.HANG_UP) : "354 go on")
                .answer("DOT", to -> answerTo(to.replace("@contoso.com", "")));
    }

    private String answerTo(String user) {
        if (chance(5)) {
            counted(unanswered, user).incrementAndGet();
            return any(ScriptedMailServer.HANG_UP, "hm");
        }
        if (chance(5)) {
            counted(deferred, user).incrementAndGet();
            return any("451 4.3.0 later", "452 4.2.2 full");
        }
        return any("250", "250 2.0.0 queued", "250-two\r\n250 lines");
    }

    private static AtomicInteger counted(Map<String, AtomicInteger> counts, String user) {
        return counts.computeIfAbsent(user, same -> new AtomicInteger());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(String... answers) {
        return answers[random.nextInt(answers.length)];
    }

    private static String user(String rcpt) {
        return rcpt.replaceAll(".*<|@.*", "");
    }

    private static boolean refused(String user) {
        return Integer.parseInt(user.substring(2)) % 20 == 7;
    }

    private MailWorker worker(SmtpOf smtp, MailServer asked) {
        return new MailWorker(
                new Owner(),
                (mail, late) -> {
                    Attempt attempt = Unanswered.counted(
                            Unanswered.before(mail), SmtpFailures.classify(smtp.send(SmtpOf.mail(mail.to()))));
                    asked.heard(attempt);
                    return attempt;
                },
                new RetryWaits(
                        new Retries(Backoff.between(Duration.ofMillis(1), Duration.ofMillis(20)), 0.2),
                        Instant::now,
                        new SteadyClock()),
                asked,
                new MailRate(OptionalInt.empty(), new SteadyClock()),
                NOW,
                () -> true,
                new MailWorker.Pace(8, Duration.ofMillis(5), Duration.ZERO));
    }

    /** The real rules, without a broker. */
    private final class Owner implements Mailboxes {
        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
                String mailbox, MailCommand command, CommandMeta meta) {
            states.computeIfPresent(mailbox, (same, state) -> {
                Mailbox after = state;
                if (decider.decide(state, command, Letters.at(NOON))
                        instanceof
                        Decision.Accepted<MailEvent, MailRefusal, MailAnswer>(List<MailEvent> events, MailAnswer _)) {
                    for (MailEvent event : events) {
                        after = decider.evolve(after, event);
                    }
                }
                return after;
            });
            listener.recovered(mailbox, states.get(mailbox));
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
            return CompletableFuture.completedStage(states.get(mailbox));
        }
    }
}
