package dev.foyer.local.sink;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a MIME message apart: first plain part, first HTML part, addresses without names. */
final class MailParser {

    private MailParser() {}

    static Mail parse(int id, StoredMessage stored) {
        MimeMessage message = stored.getMimeMessage();
        try {
            return new Mail(
                    id,
                    addresses(message.getFrom()).findFirst().orElse(null),
                    addresses(message.getAllRecipients()).toList(),
                    message.getSubject(),
                    stored.getReceivedDate().toInstant(),
                    message.getMessageID(),
                    headers(message),
                    firstPart(message, "text/plain"),
                    firstPart(message, "text/html"));
        } catch (MessagingException | IOException e) {
            // The exception's text may quote the mail, and the mail may carry a PIN.
            throw new IllegalStateException(
                    "Mail " + id + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Stream<String> addresses(Address[] addresses) {
        return addresses == null
                ? Stream.empty()
                : Arrays.stream(addresses).map(a -> a instanceof InternetAddress i ? i.getAddress() : a.toString());
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        List<Header> all = Collections.list(message.getAllHeaders());
        all.forEach(header -> headers.putIfAbsent(header.getName(), header.getValue()));
        return headers;
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
