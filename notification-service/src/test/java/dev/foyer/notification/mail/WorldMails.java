package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.Letters;
import dev.foyer.notification.domain.Mail.Outgoing;
import dev.foyer.notification.domain.Mail.Settled;
import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.mail.smtp.FinishedMail;
import dev.foyer.notification.mail.smtp.SmtpOf;
import io.quarkus.mailer.Mail;
import io.vertx.ext.mail.MailConfig;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mails to servers of the world, and what arrives of them in files. */
final class WorldMails {

    /** Of senders, as people have them. */
    static final List<String> NAMES = List.of("Müller", "Fabrikam, \"IT\" (desk)", "😀 of Contoso", "عاموس");

    private WorldMails() {}

    static SmtpOf smtp(int port) {
        return new SmtpOf(
                new MailConfig()
                        .setHostname("127.0.0.1")
                        .setPort(port)
                        .setOwnHostname("host.example")
                        .setMaxMailsPerConnection(100)
                        .setKeepAliveTimeout(10)
                        .setKeepAliveTimeoutUnit(TimeUnit.SECONDS),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60));
    }

    static FinishedMail mail(String senderName, String to) throws WireAddress.Unusable {
        Sender sender = Sender.of(new MailSettings("it", "it@contoso.com", senderName, false), "foyer@contoso.com");
        Mail mail = new Mail()
                .addTo(to)
                .setFrom(sender.from())
                .setSubject("Il tuo PIN è pronto")
                .setText("Però\n.\n..\n")
                .setHtml("<p>Però</p>")
                .addHeader("Message-ID", "<" + System.nanoTime() + "@" + sender.domain() + ">");
        return MimeFormat.finished(mail, Instant.now());
    }

    /** Of {@link #NAMES} and one more, each once; a server may still be writing them. */
    static void allArrive(Path folder) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            List<MimeMessage> mails = in(folder);
            assertEquals(
                    Stream.concat(NAMES.stream(), Stream.of("Foyer"))
                            .map(name -> "1 " + name)
                            .sorted()
                            .toList(),
                    mails.stream().map(WorldMails::senderOf).sorted().toList());
            for (MimeMessage mail : mails) {
                assertEquals("Il tuo PIN è pronto", mail.getSubject());
                assertEquals(1, mail.getHeader("Message-ID").length);
            }
        });
    }

    /**
     * Fifty users get one mail each, by the real worker and the real rules. The server answers {@code nobody} with 550 5.1.1, and {@code busy}
     * with 450 4.2.1.
     */
    static void eachArrivesOnceAndRefusalsAreWhatTheySay(int port, Path folder) {
        MailboxesInMemory mailboxes = new MailboxesInMemory(() -> Letters.NOON);
        List<String> users = IntStream.range(0, 50).mapToObj(n -> "u-" + n).toList();
        try (SmtpOf smtp = smtp(port);
                MailWorker worker = Workers.of(
                        mailboxes,
                        new MailServer(Duration.ofMillis(50)),
                        (mail, late) -> smtp.send(SmtpOf.mail(mail.to(), mail.id() + "-" + mail.to()), late))) {
            mailboxes.tell(worker);
            users.forEach(user -> mailboxes.queue(user, 1));
            mailboxes.queue("nobody", 1);
            mailboxes.queue("busy", 1);
            users.forEach(user -> ends(mailboxes, user, "SENT 1 null"));
            await().until(() -> mailboxes.mails("nobody").getFirst() instanceof Settled);
            Settled nobody = (Settled) mailboxes.mails("nobody").getFirst();
            assertTrue(nobody.reason().startsWith("MAIL_SERVER_REFUSED: 550 5.1.1 "), nobody::toString);
            await().until(() -> mailboxes.mails("busy").getFirst().attempts() > 1);
            Outgoing busy = (Outgoing) mailboxes.mails("busy").getFirst();
            assertTrue(busy.lastProblem().startsWith("MAIL_SERVER_BUSY: 450 4.2.1 "), busy::toString);
        }
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        users.stream()
                                .map(user -> user + "@contoso.com")
                                .sorted()
                                .toList(),
                        recipients(folder)));
    }

    private static void ends(MailboxesInMemory mailboxes, String user, String said) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !mailboxes.mails(user).getFirst().open());
        Settled mail = (Settled) mailboxes.mails(user).getFirst();
        assertEquals(said, mail.outcome() + " " + mail.attempts() + " " + mail.reason());
    }

    private static List<String> recipients(Path folder) throws Exception {
        List<String> all = new ArrayList<>();
        for (MimeMessage mail : in(folder)) {
            all.add(mail.getAllRecipients()[0].toString());
        }
        return all.stream().sorted().toList();
    }

    /** All that lie anywhere in this folder. */
    static List<MimeMessage> in(Path folder) throws Exception {
        List<MimeMessage> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(read(file));
            }
        }
        return all;
    }

    /** How many senders it has, and the name of the first. */
    private static String senderOf(MimeMessage mail) {
        try {
            InternetAddress[] from = (InternetAddress[]) mail.getFrom();
            return from.length + " " + from[0].getPersonal();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
