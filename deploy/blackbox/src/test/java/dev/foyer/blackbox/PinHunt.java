package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for PINs of 12 digits in bytes: as digits, also with separators between them (or zero bytes, as in UTF-16), in
 * Base64, and as the plain digests that whoever has the bytes could look up. 12 digits, because shorter ones occur by
 * chance in offsets and times. Other secrets by their bytes.
 */
final class PinHunt {

    static final int LENGTH = 12;

    private static final int SEPARATORS_AT_MOST = 2;
    private static final int PREFIX = Long.BYTES;

    private final Set<Long> pins = new HashSet<>();
    private final Map<Long, byte[]> needles = new HashMap<>();

    PinHunt(Collection<String> issued) {
        for (String pin : issued) {
            if (pin.length() != LENGTH) {
                throw new IllegalArgumentException("A PIN of " + pin.length() + " digits cannot be told from chance");
            }
            pins.add(Long.parseLong(pin));
            addNeedle(Base64.getEncoder().encode(pin.getBytes(US_ASCII)));
            for (String digest : List.of("MD5", "SHA-1", "SHA-256")) {
                byte[] bytes = digest(digest, pin);
                addNeedle(bytes);
                addNeedle(HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
                addNeedle(Base64.getEncoder().withoutPadding().encode(bytes));
                addNeedle(Base64.getUrlEncoder().withoutPadding().encode(bytes));
            }
        }
    }

    /** Also looks for this text, as it is and in Base64: a password, or what a request carried. */
    PinHunt alsoFor(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        addNeedle(bytes);
        addNeedle(Base64.getEncoder().withoutPadding().encode(bytes));
        return this;
    }

    /** In which forms an issued PIN, or another secret, stands there; empty is good. */
    Set<String> in(byte[] haystack) {
        Set<String> found = new TreeSet<>();
        lookForDigits(haystack, found);
        lookForNeedles(haystack, found);
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

    private void lookForNeedles(byte[] haystack, Set<String> found) {
        long prefix = 0;
        for (int i = 0; i < haystack.length; i++) {
            prefix = prefix << Byte.SIZE | haystack[i] & 0xff;
            byte[] needle = i >= PREFIX - 1 ? needles.get(prefix) : null;
            int start = i - PREFIX + 1;
            if (needle != null
                    && start + needle.length <= haystack.length
                    && Arrays.equals(haystack, start, start + needle.length, needle, 0, needle.length)) {
                found.add("encoded or digested");
            }
        }
    }

    private void addNeedle(byte[] needle) {
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = prefix << Byte.SIZE | needle[i] & 0xff;
        }
        needles.put(prefix, needle);
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
