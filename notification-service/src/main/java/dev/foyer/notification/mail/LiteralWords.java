package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts of headers, encoded by the mail library; but it leaves ASCII as it is, and a text such as {@code =?UTF-8?Q?x?=} is an encoded
 * word (RFC 2047) to every client. That is encoded once more here, so that people read what was written.
 */
final class LiteralWords {

    /** Of the bytes in one encoded word, which may be 75 characters long. */
    private static final int MOST = 42;

    private LiteralWords() {}

    /** One line. */
    static String encoded(String text) throws UnsupportedEncodingException {
        return looksEncoded(text) ? words(text) : MimeUtility.encodeText(text, UTF_8.name(), null);
    }

    /** @param name or {@code null} */
    static InternetAddress address(String address, String name) throws UnsupportedEncodingException {
        return name != null && looksEncoded(name)
                ? new Named(address, name)
                : new InternetAddress(address, name, UTF_8.name());
    }

    private static boolean looksEncoded(String text) {
        return text.contains("=?") && US_ASCII.newEncoder().canEncode(text);
    }

    /** The space between two encoded words is none of the text. */
    private static String words(String ascii) {
        return IntStream.iterate(0, at -> at < ascii.length(), at -> at + MOST)
                .mapToObj(at -> ascii.substring(at, Math.min(at + MOST, ascii.length())))
                .map(part -> "=?UTF-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(US_ASCII)) + "?=")
                .collect(Collectors.joining(" "));
    }

    /** Whose name the library does not encode itself. */
    private static final class Named extends InternetAddress {
        Named(String address, String name) {
            this.address = address;
            this.personal = name;
            this.encodedPersonal = words(name);
        }
    }
}
