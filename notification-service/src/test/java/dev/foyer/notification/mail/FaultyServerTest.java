package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.NOON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.mail.FaultyServer.Fate;
import dev.foyer.notification.mail.smtp.FinishedMail;
import dev.foyer.notification.mail.smtp.SmtpOf;
import dev.foyer.testing.ScriptedMailServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many mails to a {@link FaultyServer}, by the real worker and the real rules; {@link TenThousandMailsResourceTest} asks the whole service. */
@Tag("D5")
@Tag("D6")
class FaultyServerTest {

    private static final int USERS = 1_000;

    private final long seed = Long.getLong("foyer.seed", new Random().nextLong());
    private final MailboxesInMemory mailboxes = new MailboxesInMemory(() -> NOON);
    private final List<String> users =
            IntStream.range(0, USERS).mapToObj(n -> "u-" + n).toList();
    private final Set<String> begunWhenStale = ConcurrentHashMap.newKeySet();

    @Test
    void eachLeavesOnceOrTheLedgerSaysWhatItKnowsAndNoneLeavesStale() {
        ScriptedMailServer scripted = new ScriptedMailServer();
        try (FaultyServer server = new FaultyServer(scripted, 0, seed, users, user -> mailboxes.queue(user, 2));
                SmtpOf smtp = new SmtpOf(scripted);
                MailWorker worker = Workers.of(
                        mailboxes,
                        new MailServer(Duration.ofMillis(5)),
                        (mail, late) -> smtp.send(begun(mail), late))) {
            mailboxes.tell(worker);
            users.forEach(user -> mailboxes.queue(user, 1));
            await().atMost(Duration.ofMinutes(1)).until(() -> mailboxes.all().noneMatch(Mail::open));
            server.check(users.stream().collect(Collectors.toMap(Function.identity(), this::fates)));
            assertEquals(Set.of(), begunWhenStale);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dfoyer.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** A reset comes while a server is asked, so whatever is begun here is begun after it or before it for certain. */
    private FinishedMail begun(Mail.Outgoing mail) {
        String user = mail.to().replaceFirst("@.*", "");
        if (!mailboxes.mails(user).getLast().id().equals(mail.id())) {
            begunWhenStale.add(user + " " + mail.id());
        }
        return SmtpOf.mail(mail.to(), id(user, mail));
    }

    private List<Fate> fates(String user) {
        return mailboxes.mails(user).stream()
                .map(mail -> (Mail.Settled) mail)
                .map(mail -> new Fate(id(user, mail), mail.outcome().name(), mail.reason()))
                .toList();
    }

    private static String id(String user, Mail mail) {
        return user + "-" + mail.id();
    }
}
