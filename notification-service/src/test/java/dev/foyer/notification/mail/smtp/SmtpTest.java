package dev.foyer.notification.mail.smtp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.foyer.testing.ScriptedMailServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mail and a server that does anything. */
@Tag("D6")
class SmtpTest {

    private static final FinishedMail MAIL = SmtpOf.mail("amos@contoso.com");

    private final ScriptedMailServer server = new ScriptedMailServer();
    private SmtpOf smtp = new SmtpOf(server);

    @AfterEach
    void close() {
        smtp.close();
        server.close();
    }

    @Test
    void aConnectionIsUsedAgain() {
        for (int i = 0; i < 3; i++) {
            assertEquals(new Outcome.Taken(), smtp.send(MAIL));
        }
        assertEquals(1, server.connections());
        assertEquals(3, server.mails().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedMailServer.HANG_UP, "421 bye", "garbage"})
    void oneThatCannotBeUsedAgainIsReplacedBeforeAnythingIsSaid(String toReset) {
        smtp.send(MAIL);
        server.answer("RSET", toReset);
        assertEquals(new Outcome.Taken(), smtp.send(MAIL));
        assertEquals(2, server.connections());
        assertEquals(2, server.mails().size());
    }

    /** Who has no mail for a while finds the connection closed: that says nothing of the server, and the mail need not wait for it. */
    @Test
    void oneThatTheServerClosedMeanwhileIsReplaced() {
        for (int i = 1; i <= 3; i++) {
            assertEquals(new Outcome.Taken(), smtp.send(MAIL));
            assertEquals(i, server.connections());
            server.hangUp();
        }
        assertEquals(3, server.mails().size());
    }

    /** The client closes a connection that has carried so many, and may not have done so yet when the next mail comes. */
    @Test
    void oneThatHasCarriedEnoughIsReplaced() {
        smtp.close();
        smtp = new SmtpOf(
                SmtpOf.config(server).setMaxMailsPerConnection(2), Duration.ofSeconds(20), Duration.ofSeconds(60));
        for (int i = 0; i < 40; i++) {
            assertEquals(new Outcome.Taken(), smtp.send(MAIL), "mail " + i);
        }
        assertEquals(40, server.mails().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void oneThatTheServerWantsNoMoreMailsByIsReplaced(String command) {
        smtp.send(MAIL);
        AtomicInteger asked = new AtomicInteger();
        server.answer(command, to -> asked.getAndIncrement() == 0 ? "421 4.7.0 too many by this one" : go(command));
        assertEquals(new Outcome.Taken(), smtp.send(MAIL));
        assertEquals(2, server.connections());
        server.answer(command, "421 4.7.0 not now");
        assertEquals(
                421,
                assertInstanceOf(Outcome.Refused.class, smtp.send(MAIL)).reply().code());
    }

    private static String go(String command) {
        return command.equals("DATA") ? "354 go on" : "250 OK";
    }

    /** The good-bye of a connection that was given up may come when the mail is with another one already. */
    @Test
    void theLastWordOfTheConnectionBeforeIsNotTheAnswerToTheMail() {
        smtp.send(MAIL);
        CountDownLatch given = new CountDownLatch(1);
        server.answer("RSET", "421 closing")
                .answer("QUIT", line -> when(given, "221 bye"))
                .answer("DOT", to -> {
                    given.countDown();
                    await().until(() -> server.open() == 1);
                    return "451 4.3.0 no";
                });
        assertEquals(new Outcome.Refused(Step.ANSWER, new Reply(451, "4.3.0", "4.3.0 no")), smtp.send(MAIL));
        assertEquals(2, server.connections());
    }

    @Test
    void aServerThatClosesAfterEachMailGetsThemAll() {
        server.answer("DOT", "250 OK").answer("RSET", ScriptedMailServer.HANG_UP);
        for (int i = 0; i < 5; i++) {
            assertEquals(new Outcome.Taken(), smtp.send(MAIL));
        }
        assertEquals(5, server.mails().size());
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                arguments("450", 450, false),
                arguments("450 4.2.0 greylisted", 450, false),
                arguments("452-too\r\n452 many", 452, false),
                arguments("47x", 0, false),
                arguments("499 unheard of", 0, false),
                arguments("999 x", 0, false),
                arguments("garbage", 0, false),
                arguments("", 0, false),
                arguments("550", 550, true),
                arguments("550-5.1.1 no\r\n550 5.1.1 such user", 550, true),
                arguments("550 4.2.1 disagrees", 550, false));
    }

    @ParameterizedTest
    @Tag("case-M6")
    @MethodSource("replies")
    void aReplyIsWhatTheServerSaid(String line, int code, boolean permanent) {
        for (String command : List.of("RCPT", "MAIL", "DATA", "DOT")) {
            ScriptedMailServer saying = new ScriptedMailServer().answer(command, line);
            try (saying;
                    SmtpOf to = new SmtpOf(saying)) {
                var refused = assertInstanceOf(Outcome.Refused.class, to.send(MAIL), command);
                assertEquals(code, refused.reply().code(), command);
                assertEquals(permanent, refused.reply().permanent(), command);
                assertEquals(command.equals("DOT") ? Step.ANSWER : Step.ENVELOPE, refused.step());
            }
        }
    }

    /** RFC 5321 allows a code alone. */
    @Test
    @Tag("case-M6")
    void aCodeWithoutTextIsAYesToo() {
        for (String command : List.of("EHLO", "MAIL", "RCPT", "DOT")) {
            server.answer(command, "250");
        }
        assertEquals(new Outcome.Taken(), smtp.send(MAIL));
    }

    @Test
    @Tag("case-M7")
    void aServerThatClosesBeforeItsGreetingIsGoneAtOnce() {
        server.answer("GREETING", ScriptedMailServer.HANG_UP);
        long before = System.nanoTime();
        assertEquals(new Outcome.Gone(Step.GREETING), smtp.send(MAIL));
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
    }

    @Test
    @Tag("case-M7")
    void whereNobodyListensIsGoneAtOnce() {
        server.close();
        assertEquals(new Outcome.Gone(Step.CONNECT), smtp.send(MAIL));
    }

    @Test
    void aServerThatDoesNotWantUsIsHeardWhateverItDoesThen() {
        server.answer("GREETING", "554 not you");
        assertEquals(new Outcome.Refused(Step.GREETING, new Reply(554, "", "not you")), smtp.send(MAIL));
    }

    /** One patience for a step, another for the answer to the whole mail; the real ones are a minute and ten. */
    @Test
    @Tag("case-M8")
    void theAnswerToTheMailMayTakeLongerThanAStep() {
        impatient(Duration.ofMillis(500), Duration.ofSeconds(30));
        CountDownLatch late = new CountDownLatch(1);
        server.answer("DOT", to -> when(late, "250 at last"));
        assertEquals(new Outcome.Taken(), smtp.send(MAIL, late::countDown));
        assertEquals(1, server.mails().size());
    }

    @Test
    @Tag("case-M8")
    void whoNeverAnswersIsLeftAndTheConnectionIsClosedBeforeThat() {
        impatient(Duration.ofMillis(200), Duration.ofMillis(800));
        server.answer("DOT", ScriptedMailServer.SILENCE);
        AtomicInteger late = new AtomicInteger();
        assertEquals(new Outcome.Silent(Step.ANSWER), smtp.send(MAIL, late::incrementAndGet));
        assertEquals(1, late.get());
        await().until(() -> server.open() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void whoIsSilentAtAStepIsLeftAfterThePatienceOfAStep(String command) {
        impatient(Duration.ofMillis(400), Duration.ofSeconds(30));
        server.answer(command, ScriptedMailServer.SILENCE);
        assertInstanceOf(Outcome.Silent.class, smtp.send(MAIL));
        await().until(() -> server.open() == 0);
        assertEquals(0, server.mails().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA", "DOT"})
    void whoHangsUpIsGoneAtOnce(String command) {
        server.answer(command, ScriptedMailServer.HANG_UP);
        Outcome.Gone gone = assertInstanceOf(Outcome.Gone.class, smtp.send(MAIL));
        assertEquals(command.equals("DOT"), gone.step() == Step.ANSWER);
    }

    @Test
    void aReplyWithoutEndIsNoReply() {
        server.answer("RCPT", "250-" + "x".repeat(1_000_000) + "\r\n250-y");
        assertInstanceOf(Outcome.Gone.class, smtp.send(MAIL));
    }

    /** What came after a refusal is not what was refused. */
    @Test
    void theFirstRefusalOfAGroupCounts() {
        server.answer("EHLO", "250-scripted.example\r\n250 PIPELINING")
                .answer("RCPT", "550 5.1.1 nobody")
                .answer("DATA", "503 no recipients");
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, smtp.send(MAIL));
        assertEquals(new Reply(550, "5.1.1", "5.1.1 nobody"), refused.reply());
    }

    @Test
    void pipeliningServersGetTheirMails() {
        server.answer("EHLO", "250-scripted.example\r\n250 PIPELINING");
        for (int i = 0; i < 3; i++) {
            assertEquals(new Outcome.Taken(), smtp.send(MAIL));
        }
        assertEquals(1, server.connections());
    }

    /** Four yes to one command answer those after it, too, and the mail is refused. */
    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "RSET", "MAIL", "RCPT"})
    void aYesThatNobodyAskedForIsNotTheAnswerToTheMail(String command) {
        smtp.send(MAIL);
        if (!command.equals("RSET")) {
            impatient(Duration.ofSeconds(20), Duration.ofSeconds(20));
        }
        server.answer(command, "250 yes" + "\r\n250 yes".repeat(3)).answer("DOT", "451 4.3.0 no");
        Outcome.Unusable outcome = assertInstanceOf(Outcome.Unusable.class, smtp.send(MAIL));
        assertEquals("The server says what it was not asked for", outcome.why());
        assertEquals(1, server.mails().size(), "only the first one is given");
        await().until(() -> server.open() == 0);
    }

    @Test
    void onlyA354LetsAMailGo() {
        server.answer("DATA", "250 go on");
        assertInstanceOf(Outcome.Unusable.class, smtp.send(MAIL));
        assertEquals(List.of(), server.mails());
    }

    @Test
    void aConnectionOverWhichMoreWasSaidIsNotUsedAgain() {
        server.answer("DOT", "250 OK\r\n250 OK");
        for (int i = 0; i < 3; i++) {
            assertEquals(new Outcome.Taken(), smtp.send(MAIL));
        }
        assertEquals(3, server.connections());
    }

    /** RFC 5321, 3.8. */
    @Test
    void aServerMaySayUnaskedThatItGoes() {
        server.answer("RCPT", "250 OK\r\n421 closing" + ScriptedMailServer.HANG_UP);
        assertEquals(new Outcome.Refused(Step.ENVELOPE, new Reply(421, "", "closing")), smtp.send(MAIL));
    }

    /** What it never had it cannot have delivered. */
    @Test
    void whoHangsUpBehindThe354HadNothingOfAMailWithoutItsDot() {
        server.answer("DATA", "354 go on\r\n421 closing" + ScriptedMailServer.HANG_UP);
        assertEquals(new Outcome.Refused(Step.ENVELOPE, new Reply(421, "", "closing")), smtp.send(MAIL));
        assertEquals(List.of(), server.mails());
    }

    @Test
    void aLongMailArrivesWhole() {
        String body = "0123456789\n.\n".repeat(20_000);
        FinishedMail mail = new FinishedMail("foyer@contoso.com", "amos@contoso.com", MAIL.headers(), body);
        assertEquals(new Outcome.Taken(), smtp.send(mail));
        String data = server.mails().getFirst().data();
        assertEquals(body.replace("\n.", "\n..").replace("\n", "\r\n"), data.substring(data.indexOf("\r\n\r\n") + 4));
    }

    private void impatient(Duration patience, Duration forTheAnswer) {
        smtp.close();
        smtp = new SmtpOf(SmtpOf.config(server), patience, forTheAnswer);
    }

    private static String when(CountDownLatch latch, String answer) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
