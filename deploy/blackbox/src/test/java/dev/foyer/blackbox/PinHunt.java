package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Looks for PINs of 12 digits in bytes: as digits, also with separators between them (or zero bytes, as in UTF-16), in
 * Base64, and as the plain digests that whoever has the bytes could look up. 12 digits, because shorter ones occur by
 * chance in offsets and times.
 */
final class PinHunt {

    static final int LENGTH = 12;

    private static final int SEPARATORS_AT_MOST = 2;
    private static final String ENCODED = "encoded or digested";

    private final Set<Long> pins = new HashSet<>();
    private final Needles needles = new Needles();

    PinHunt(Collection<String> issued) {
        for (String pin : issued) {
            if (pin.length() != LENGTH) {
                throw new IllegalArgumentException("A PIN of " + pin.length() + " digits cannot be told from chance");
            }
            pins.add(Long.parseLong(pin));
            needles.add(ENCODED, Base64.getEncoder().encode(pin.getBytes(US_ASCII)));
            for (String digest : List.of("MD5", "SHA-1", "SHA-256")) {
                byte[] bytes = digest(digest, pin);
                needles.add(ENCODED, bytes);
                needles.add(ENCODED, HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
                needles.add(ENCODED, Base64.getEncoder().withoutPadding().encode(bytes));
                needles.add(ENCODED, Base64.getUrlEncoder().withoutPadding().encode(bytes));
            }
        }
    }

    /** In which forms an issued PIN stands there; empty is good. */
    Set<String> in(byte[] haystack) {
        Set<String> found = needles.in(haystack);
        lookForDigits(haystack, found);
        return found;
    }

    private void lookForDigits(byte[] haystack, Set<String> found) {
        long window = 0;
        int digits = 0;
        int separators = 0;
        for (byte b : haystack) {
            if (b >= '0' && b <= '9') {
                window = (window * 10 + (b - '0')) % 1_000_000_000_000L;
                digits++;
                separators = 0;
                if (digits >= LENGTH && pins.contains(window)) {
                    found.add("digits");
                }
            } else if (!isSeparator(b) || ++separators > SEPARATORS_AT_MOST) {
                digits = 0;
            }
        }
    }

    private static boolean isSeparator(byte b) {
        return b == 0 || " \t\r\n.,:;_-/\\\"'".indexOf(b) >= 0;
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
