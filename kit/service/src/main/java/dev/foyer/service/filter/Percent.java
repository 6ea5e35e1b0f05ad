package dev.foyer.service.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Percent-encoding, taken seriously: what is not an encoding of UTF-8 text is nothing. */
final class Percent {

    private static final String UNRESERVED_AND_HARMLESS = "-._~!$&'()*+,=:@/";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Percent() {}

    /** Decoded once; empty when a percent sign does not begin an encoded byte, or the bytes are not UTF-8. */
    static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one > 0x7E) {
                return Optional.empty();
            }
            if (one != '%') {
                bytes.write(one);
                continue;
            }
            int decoded = i + 2 < text.length() ? hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)) : -1;
            if (decoded < 0) {
                return Optional.empty();
            }
            bytes.write(decoded);
            i += 2;
        }
        try {
            return Optional.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The one way in which a path says this text; slashes part its segments. */
    static String encodePath(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte one : text.getBytes(UTF_8)) {
            if (one > 0 && (isAlphanumeric(one) || UNRESERVED_AND_HARMLESS.indexOf(one) >= 0)) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX[(one >> 4) & 0xF]).append(HEX[one & 0xF]);
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(byte one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
    }

    /** Negative for what is no hexadecimal digit; stays so when shifted. */
    private static int hex(char one) {
        return one < 0x80 ? Character.digit(one, 16) : -1;
    }
}
