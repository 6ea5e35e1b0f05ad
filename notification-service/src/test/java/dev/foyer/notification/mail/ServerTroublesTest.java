package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.NOON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.authority.Authority;
import dev.foyer.base.Backoff;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.mail.smtp.SmtpOf;
import dev.foyer.notification.mail.smtp.TlsServers;
import dev.foyer.testing.ScriptedMailServer;
import dev.foyer.testing.ScriptedMailServer.Received;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Troubles that a service would have to be started anew for, with the real worker and the real rules: what the ledger says in the end, and
 * who got which mail. The others are in {@link ServerTroublesResourceTest}.
 */
@Tag("D6")
class ServerTroublesTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final MailboxesInMemory mailboxes = new MailboxesInMemory(() -> NOON);
    private final MailServer asked = new MailServer(Duration.ofMillis(5));
    private ScriptedMailServer server = new ScriptedMailServer();
    private SmtpOf smtp;
    private MailWorker worker;

    @AfterEach
    void close() {
        server.close();
        worker.close();
        smtp.close();
    }

    /** The real patience is a minute for a step and ten for the answer. */
    @Test
    @Tag("case-M8")
    void whoseYesComesLateGetsEachMailOnceAndNobodyElseWaitsForIt() {
        CountDownLatch othersHaveTheirs = new CountDownLatch(1);
        server.answer("DOT", to -> to.startsWith("late-") ? when(othersHaveTheirs) : "250 OK");
        send(SmtpOf.config(server), Duration.ofMillis(300), Duration.ofMinutes(1));
        List<String> late = queue("late-", 8);
        await().untilAsserted(() -> assertEquals(8, server.mails().size(), "all places are taken by them"));
        List<String> others = queue("other-", 20);
        others.forEach(user -> ends(user, "SENT 1 null"));
        assertTrue(late.stream().noneMatch(this::isOver), "they are still being answered");
        othersHaveTheirs.countDown();
        late.forEach(user -> ends(user, "SENT 1 null"));
        gotOnce(late, others);
    }

    @Test
    @Tag("case-M8")
    void whoNeverAnswersGetsThreeCopiesOfOneMailAndTheLedgerSaysSo() {
        server.answer("DOT", ScriptedMailServer.SILENCE);
        send(SmtpOf.config(server), Duration.ofMillis(100), Duration.ofMillis(200));
        queue("mute-", 1);
        ends("mute-0", "FAILED 3 MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 3 times)");
        assertEquals(3, server.mails().size());
        assertEquals(
                1,
                server.mails().stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct()
                        .count());
    }

    @Test
    @Tag("case-M8")
    void whoAnswersTheSecondCopyHasItForCertain() {
        AtomicInteger given = new AtomicInteger();
        server.answer("DOT", to -> given.incrementAndGet() == 1 ? ScriptedMailServer.SILENCE : "250 OK");
        send(SmtpOf.config(server), Duration.ofSeconds(1), Duration.ofSeconds(1));
        queue("once-mute-", 1);
        await().atMost(LONG).until(() -> isOver("once-mute-0"));
        Mail.Settled mail = (Mail.Settled) mail("once-mute-0");
        assertEquals("SENT EARLIER_ATTEMPT_UNKNOWN (possibly delivered 1 time)", mail.outcome() + " " + mail.reason());
        assertEquals(2, server.mails().size());
    }

    /** We hang up behind the 354, with the whole mail on the way; the server finds it later and delivers it. */
    @Test
    @Tag("case-M8")
    void whoGetsTheMailWhenWeHaveHungUpIsSaidToHaveItPossibly() {
        CountDownLatch weHungUp = new CountDownLatch(1);
        AtomicInteger given = new AtomicInteger();
        server.answer("DOT", to -> given.incrementAndGet() == 1 ? when(weHungUp) : "451 4.3.0 later");
        send(SmtpOf.config(server), Duration.ofSeconds(1), Duration.ofSeconds(1));
        queue("hung-up-", 1);
        await().until(() -> problems().anyMatch(said -> said.endsWith("(possibly delivered 1 time)")));
        assertEquals(List.of(), server.taken());
        weHungUp.countDown();
        await().untilAsserted(() -> assertEquals(1, server.taken().size()));
        server.answer("DOT", "250 OK");
        await().atMost(LONG).until(() -> isOver("hung-up-0"));
        Mail.Settled mail = (Mail.Settled) mail("hung-up-0");
        assertEquals("SENT EARLIER_ATTEMPT_UNKNOWN (possibly delivered 1 time)", mail.outcome() + " " + mail.reason());
        assertEquals(2, server.taken().size());
        assertEquals(
                1,
                server.taken().stream()
                        .map(copy -> copy.header("Message-ID"))
                        .distinct()
                        .count());
    }

    @Test
    void whoIsSilentAtAStepIsTriedAgainAndGetsItOnce() {
        AtomicInteger times = new AtomicInteger();
        server.answer("RCPT", to -> times.incrementAndGet() == 1 ? ScriptedMailServer.SILENCE : "250 OK");
        send(SmtpOf.config(server), Duration.ofSeconds(1), LONG);
        List<String> users = queue("slow-", 1);
        ends("slow-0", "SENT 2 null");
        gotOnce(users);
    }

    @Test
    void aServerWithAStrangersCertificateGetsNothingUntilItHasItsOwn() {
        server.close();
        server = TlsServers.of(TlsServers.STRANGER, 0);
        send(TlsServers.required(server), LONG, LONG);
        List<String> users = queue("tls-", 5);
        await().untilAsserted(() -> assertTrue(asked.closed(), "one mail at a time asks"));
        assertTrue(users.stream().noneMatch(this::isOver));
        assertTrue(problems().anyMatch(said -> said.startsWith("MAIL_SERVER_UNUSABLE: ")));
        assertEquals(List.of(), server.mails());
        mend(TlsServers.BELIEVED);
        users.forEach(this::isSent);
        gotOnce(users);
    }

    @Test
    void aWrongPasswordIsNoFaultOfTheMailsAndTheyLeaveWhenItIsRight() {
        server.answer("EHLO", "250-scripted.example\r\n250 AUTH PLAIN").answer("AUTH", "535 5.7.8 wrong password");
        MailConfig account = SmtpOf.config(server)
                .setLogin(LoginOption.REQUIRED)
                .setUsername("foyer")
                .setPassword("secret");
        send(account, LONG, LONG);
        List<String> users = queue("account-", 5);
        await().untilAsserted(() -> assertTrue(asked.closed(), "one mail at a time asks"));
        assertTrue(users.stream().noneMatch(this::isOver));
        assertTrue(problems().anyMatch("MAIL_SERVER_BUSY: 535 5.7.8 wrong password"::equals));
        assertEquals(List.of(), server.mails());
        server.answer("AUTH", "235 2.7.0 welcome");
        users.forEach(this::isSent);
        gotOnce(users);
    }

    /** However often a mail to somebody else is taken meanwhile. */
    @Test
    @Tag("case-L12")
    void fullMailboxesAreTriedAgainWhenTheirOwnWaitsAreOver() {
        server.answer("RCPT", to -> to.contains("full-") ? "452 4.2.2 mailbox full" : "250 OK");
        send(SmtpOf.config(server), LONG, LONG, Backoff.between(Duration.ofMinutes(5), Duration.ofMinutes(30)));
        List<String> full = queue("full-", 5);
        await().untilAsserted(() -> assertEquals(5, problems().count()));
        List<String> others = queue("other-", 100);
        others.forEach(this::isSent);
        full.forEach(user -> assertEquals(1, mail(user).attempts(), user));
    }

    private void send(MailConfig config, Duration patience, Duration forTheAnswer) {
        send(config, patience, forTheAnswer, Backoff.between(Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    private void send(MailConfig config, Duration patience, Duration forTheAnswer, Backoff waits) {
        smtp = new SmtpOf(config, patience, forTheAnswer);
        worker = Workers.of(
                mailboxes,
                asked,
                waits,
                (mail, late) -> smtp.send(SmtpOf.mail(mail.to(), mail.id().toString()), late));
        mailboxes.tell(worker);
    }

    private void mend(Authority authority) {
        int port = server.port();
        server.close();
        server = await().ignoreExceptions().until(() -> TlsServers.of(authority, port), mended -> mended != null);
    }

    private List<String> queue(String prefix, int many) {
        List<String> users = IntStream.range(0, many).mapToObj(n -> prefix + n).toList();
        users.forEach(user -> mailboxes.queue(user, 1));
        return users;
    }

    private Mail mail(String user) {
        return mailboxes.mails(user).getFirst();
    }

    private boolean isOver(String user) {
        return !mail(user).open();
    }

    /** What the attempts of mails on their way met. */
    private Stream<String> problems() {
        return mailboxes
                .all()
                .filter(Mail.Outgoing.class::isInstance)
                .map(mail -> ((Mail.Outgoing) mail).lastProblem())
                .filter(problem -> problem != null);
    }

    private void isSent(String user) {
        await().atMost(LONG).until(() -> isOver(user));
        Mail.Settled mail = (Mail.Settled) mail(user);
        assertEquals("SENT null", mail.outcome() + " " + mail.reason());
    }

    private void ends(String user, String said) {
        await().atMost(LONG).until(() -> isOver(user));
        Mail.Settled mail = (Mail.Settled) mail(user);
        assertEquals(said, mail.outcome() + " " + mail.attempts() + " " + mail.reason());
    }

    @SafeVarargs
    private void gotOnce(List<String>... users) {
        assertEquals(
                Arrays.stream(users)
                        .flatMap(List::stream)
                        .map(user -> user + "@contoso.com")
                        .sorted()
                        .toList(),
                server.taken().stream().map(Received::address).sorted().toList());
    }

    private static String when(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "250 at last";
    }
}
