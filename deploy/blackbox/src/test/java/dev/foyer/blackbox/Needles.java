package dev.foyer.blackbox;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Byte strings to be looked for, all at once. Line breaks do not count, neither in them nor in what is searched: encoded text
 * is often wrapped. Not thread-safe.
 */
final class Needles {

    private static final int PREFIX = Long.BYTES;
    private static final int SLOTS = 1 << 20;

    private record Needle(String name, byte[] bytes) {}

    private final Map<Long, List<Needle>> byPrefix = new HashMap<>();
    /** Most bytes of a haystack begin no needle: to see that must be cheap. */
    private final boolean[] mayBegin = new boolean[SLOTS];

    /** @param name what is said when it is found */
    void add(String name, byte[] bytes) {
        byte[] needle = withoutLineBreaks(bytes);
        if (needle.length < PREFIX) {
            throw new IllegalArgumentException(needle.length + " bytes of " + name + " would be found by chance");
        }
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = next(prefix, needle[i]);
        }
        mayBegin[slot(prefix)] = true;
        byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(new Needle(name, needle));
    }

    /** The names of those that are in there. */
    Set<String> in(byte[] haystack) {
        Set<String> found = new TreeSet<>();
        long prefix = 0;
        for (int i = 0; i < haystack.length; i++) {
            if (isLineBreak(haystack[i])) {
                continue;
            }
            prefix = next(prefix, haystack[i]);
            if (mayBegin[slot(prefix)]) {
                for (Needle needle : byPrefix.getOrDefault(prefix, List.of())) {
                    if (goesOn(haystack, i + 1, needle.bytes())) {
                        found.add(needle.name());
                    }
                }
            }
        }
        return found;
    }

    private static boolean goesOn(byte[] haystack, int from, byte[] needle) {
        int matched = PREFIX;
        for (int i = from; matched < needle.length && i < haystack.length; i++) {
            if (!isLineBreak(haystack[i]) && haystack[i] != needle[matched++]) {
                return false;
            }
        }
        return matched == needle.length;
    }

    private static byte[] withoutLineBreaks(byte[] bytes) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (byte each : bytes) {
            if (!isLineBreak(each)) {
                rest.write(each);
            }
        }
        return rest.toByteArray();
    }

    private static boolean isLineBreak(byte each) {
        return each == '\n' || each == '\r';
    }

    private static long next(long prefix, byte each) {
        return prefix << Byte.SIZE | each & 0xff;
    }

    private static int slot(long prefix) {
        return (int) (prefix * 0x9E3779B97F4A7C15L >>> 44);
    }
}
