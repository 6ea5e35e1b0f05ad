package dev.foyer.pin.domain.pin;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many PINs of a length remain after the refusal list, exactly. Up to some length one can ask about every PIN
 * ({@link #byAsking}); beyond that one lists what may be refused ({@link #byCounting}): without {@code phoneSafePins}
 * these are at most some millions, and with it the safe ones are 9 for each place, less those on the list.
 */
final class PinStrength {

    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 150;

    private PinStrength() {}

    /** Asks {@link GuessablePin} about all of them. */
    static long byAsking(PinPolicy policy) {
        return LongStream.range(0, all(policy.length()))
                .parallel()
                .filter(number -> isAllowed(digits(number, policy.length()), policy))
                .count();
    }

    /** Asks about those only that the words of rule A2 may mean. */
    static long byCounting(PinPolicy policy) {
        int length = policy.length();
        PinPolicy plain = new PinPolicy(length, false);
        long refused = suspects(length).stream()
                .filter(digits -> !policy.phoneSafe() || isPhoneSafe(digits))
                .filter(digits -> !isAllowed(digits, plain))
                .count();
        return (policy.phoneSafe() ? phoneSafe(length) : all(length)) - refused;
    }

    static long all(int length) {
        return (long) Math.pow(10, length);
    }

    /** No leading zero, and each digit another one than the one before it. */
    private static long phoneSafe(int length) {
        return (long) Math.pow(9, length);
    }

    /** Everything that repeats a block, runs, looks like a year or is well known; some of it twice. */
    private static Set<String> suspects(int length) {
        Set<String> found = new HashSet<>();
        for (int block = 1; block <= length / 2; block++) {
            int places = block;
            if (length % block == 0 || block == 2) {
                LongStream.range(0, all(block))
                        .mapToObj(number -> repeated(digits(number, places), length))
                        .forEach(found::add);
            }
        }
        for (int first = 0; first < 10; first++) {
            found.add(run(first, 1, length));
            found.add(run(first, 9, length));
        }
        IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
                .mapToObj(Integer::toString)
                .filter(year -> year.length() == length)
                .forEach(found::add);
        GuessablePin.WELL_KNOWN.stream()
                .filter(digits -> digits.length() == length)
                .forEach(found::add);
        return found;
    }

    private static String repeated(String block, int length) {
        return block.repeat(length / block.length() + 1).substring(0, length);
    }

    private static String run(int first, int step, int length) {
        return IntStream.range(0, length)
                .mapToObj(place -> Integer.toString((first + place * step) % 10))
                .reduce("", String::concat);
    }

    private static boolean isPhoneSafe(String digits) {
        return digits.charAt(0) != '0'
                && IntStream.range(1, digits.length()).noneMatch(i -> digits.charAt(i) == digits.charAt(i - 1));
    }

    private static boolean isAllowed(String digits, PinPolicy policy) {
        return !GuessablePin.refuses(new Pin(digits), policy, List.of());
    }

    private static String digits(long number, int length) {
        String text = Long.toString(number);
        return "0".repeat(length - text.length()) + text;
    }

    /** A line of the table in {@code docs/pin-strength.md}. */
    static String row(int length) {
        long plain = byCounting(new PinPolicy(length, false));
        long safe = byCounting(new PinPolicy(length, true));
        return String.format(
                Locale.ROOT,
                "| %d | %,d | %,d | %.2f | %s | %,d | %.2f | %s |",
                length,
                all(length),
                plain,
                bits(plain),
                chance(plain),
                safe,
                bits(safe),
                chance(safe));
    }

    private static double bits(long count) {
        return Math.log(count) / Math.log(2);
    }

    /** That one of 100 different guesses is right: more are never compared without an administrator (rule B2). */
    private static String chance(long count) {
        return String.format(Locale.ROOT, "1 in %,d", count / 100);
    }
}
