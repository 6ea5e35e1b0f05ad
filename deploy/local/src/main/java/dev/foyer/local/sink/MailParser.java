package dev.foyer.local.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes a MIME message apart: first plain part, first HTML part, addresses without names. What cannot be taken apart is shown
 * as the text that it is: a sink is there to look at what somebody sends wrongly, too.
 */
final class MailParser {

    private MailParser() {}

    static Mail parse(int id, StoredMessage stored) {
        MimeMessage message = stored.getMimeMessage();
        try {
            return new Mail(
                    id,
                    addresses(message, "From").findFirst().orElse(null),
                    Stream.of("To", "Cc", "Bcc")
                            .flatMap(name -> addresses(message, name))
                            .toList(),
                    message.getSubject(),
                    stored.getReceivedDate().toInstant(),
                    message.getMessageID(),
                    headers(message),
                    text(message, "text/plain"),
                    text(message, "text/html"));
        } catch (MessagingException e) {
            // The exception's text may quote the mail, and the mail may carry a PIN.
            throw new IllegalStateException(
                    "Mail " + id + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Stream<String> addresses(MimeMessage message, String header) {
        String[] lines = lines(message, header);
        try {
            List<String> found = new ArrayList<>();
            for (String line : lines) {
                for (InternetAddress address : InternetAddress.parseHeader(line, true)) {
                    found.add(address.getAddress());
                }
            }
            return found.stream();
        } catch (AddressException e) {
            return Arrays.stream(lines);
        }
    }

    private static String[] lines(MimeMessage message, String header) {
        try {
            String[] lines = message.getHeader(header);
            return lines == null ? new String[0] : lines;
        } catch (MessagingException e) {
            return new String[0];
        }
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        List<Header> all = Collections.list(message.getAllHeaders());
        all.forEach(header -> headers.putIfAbsent(header.getName(), header.getValue()));
        return headers;
    }

    /** The first part of this type; of a mail whose parts cannot be read, all that is behind its headers, as its text. */
    private static String text(MimeMessage message, String type) {
        try {
            return firstPart(message, type);
        } catch (MessagingException | IOException | ClassCastException e) {
            return type.equals("text/plain") ? raw(message) : null;
        }
    }

    private static String raw(MimeMessage message) {
        try (InputStream body = message.getRawInputStream()) {
            return new String(body.readAllBytes(), UTF_8);
        } catch (MessagingException | IOException e) {
            return null;
        }
    }

    private static String firstPart(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = firstPart(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
