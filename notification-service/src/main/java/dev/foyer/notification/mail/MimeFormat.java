package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.notification.domain.Reasons;
import dev.foyer.notification.mail.smtp.FinishedMail;
import io.quarkus.mailer.Mail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From what a mail says to what goes over the wire: headers and parts as the mail library writes them, all of it ASCII. */
final class MimeFormat {

    private MimeFormat() {}

    /**
     * @param mail with one recipient, a sender as {@link Sender} gives it, a text and HTML
     * @throws WireAddress.Unusable when one of its addresses cannot be used
     */
    static FinishedMail finished(Mail mail, Instant now) throws WireAddress.Unusable {
        String recipient = WireAddress.of(mail.getTo().getFirst());
        InternetAddress from = sender(mail.getFrom());
        try {
            MimeMultipart parts = new MimeMultipart("alternative");
            parts.addBodyPart(part("plain", mail.getText()));
            parts.addBodyPart(part("html", mail.getHtml()));
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Date", new MailDateFormat().format(Date.from(now)));
            headers.put("From", InternetAddress.toString(new Address[] {from}, "From: ".length()));
            headers.put("To", recipient);
            putReplyTo(headers, mail.getReplyTo());
            headers.put("Subject", encoded("Subject", mail.getSubject()));
            for (Map.Entry<String, List<String>> header : mail.getHeaders().entrySet()) {
                headers.put(
                        header.getKey(),
                        encoded(header.getKey(), header.getValue().getFirst()));
            }
            headers.put("MIME-Version", "1.0");
            headers.put("Content-Type", parts.getContentType());
            return new FinishedMail(from.getAddress(), recipient, headers, body(parts));
        } catch (MessagingException e) {
            // Its text may quote the mail.
            throw new IllegalStateException(
                    "The mail cannot be written: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address that cannot be written is left out: that is no reason not to send the mail. */
    private static void putReplyTo(Map<String, String> headers, String address) {
        try {
            if (address != null) {
                headers.put("Reply-To", WireAddress.of(address));
            }
        } catch (WireAddress.Unusable e) {
            // answers go to the sender then
        }
    }

    private static InternetAddress sender(String from) throws WireAddress.Unusable {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            return LiteralWords.address(WireAddress.of(sender.getAddress()), sender.getPersonal());
        } catch (AddressException e) {
            throw new WireAddress.Unusable(Reasons.SENDER_IS_INVALID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never a line end in it but those that fold it. */
    private static String encoded(String name, String value) throws IOException {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return MimeUtility.fold(name.length() + 2, LiteralWords.encoded(line));
    }

    private static MimeBodyPart part(String subtype, String text) throws MessagingException, IOException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=utf-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream quoted = MimeUtility.encode(encoded, "quoted-printable")) {
            quoted.write(text.getBytes(UTF_8));
        }
        return new MimeBodyPart(headers, encoded.toByteArray());
    }

    private static String body(MimeMultipart parts) throws MessagingException, IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        parts.writeTo(written);
        return written.toString(US_ASCII).replace("\r\n", "\n");
    }
}
