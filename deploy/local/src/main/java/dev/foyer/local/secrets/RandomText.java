package dev.foyer.local.secrets;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Secrets that people may have to type: no letter that looks like another. */
final class RandomText {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** About 5.8 bits per letter. */
    static String ofLength(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
