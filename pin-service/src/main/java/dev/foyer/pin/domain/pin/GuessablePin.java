package dev.foyer.pin.domain.pin;

import java.util.Collection;
import java.util.Set;

/**
 * The refusal list of rule A2, one small method per reason. The published studies of chosen PINs agree on what people
 * try first: repetitions, runs, years, patterns on the keypad.
 */
public final class GuessablePin {

    /** Beyond what the patterns below cover: keypad shapes, famous numbers, doubled pairs. */
    static final Set<String> WELL_KNOWN = Set.of(
            "1004",
            "1122",
            "1221",
            "1357",
            "1590",
            "2468",
            "2580",
            "0852",
            "3690",
            "5683",
            "7410",
            "8520",
            "9630",
            "0007",
            "1379",
            "7913",
            "1470",
            "2244",
            "4455",
            "5566",
            "6677",
            "7788",
            "8899",
            "1133",
            "11223",
            "12321",
            "13579",
            "24680",
            "90210",
            "38317",
            "12344",
            "54322",
            "10203",
            "112233",
            "123321",
            "159753",
            "147258",
            "258369",
            "789456",
            "456123",
            "147852",
            "369258",
            "102030",
            "246810",
            "135790",
            "778899",
            "1234554321",
            "11223344",
            "12344321",
            "14725836",
            "1020304050",
            "31415926");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2049;

    private GuessablePin() {}

    /**
     * @param personal digits that belong to the user: own telephone numbers, conference ID; a PIN that is a stretch of
     *     one is refused
     */
    public static boolean refuses(Pin pin, PinPolicy policy, Collection<String> personal) {
        String digits = pin.digits();
        return isRepetition(digits)
                || isStraightRun(digits)
                || isYear(digits)
                || WELL_KNOWN.contains(digits)
                || personal.stream().anyMatch(number -> number.contains(digits))
                || policy.phoneSafe() && isEasilyMisread(digits);
    }

    /** One block over and over: 7777, 1212, 121212, 12121, 123123. */
    private static boolean isRepetition(String digits) {
        for (int block = 1; block <= digits.length() / 2; block++) {
            boolean whole = digits.length() % block == 0;
            boolean pairs = block == 2;
            if ((whole || pairs) && repeats(digits, block)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(String digits, int block) {
        return digits.regionMatches(block, digits, 0, digits.length() - block);
    }

    /** 12345, 98765; also through zero: 7890, 3210. */
    private static boolean isStraightRun(String digits) {
        return isRun(digits, 1) || isRun(digits, 9);
    }

    private static boolean isRun(String digits, int step) {
        for (int i = 1; i < digits.length(); i++) {
            if ((digits.charAt(i - 1) - '0' + step) % 10 != digits.charAt(i) - '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isYear(String digits) {
        if (digits.length() != 4) {
            return false;
        }
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean isEasilyMisread(String digits) {
        if (digits.charAt(0) == '0') {
            return true;
        }
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i - 1) == digits.charAt(i)) {
                return true;
            }
        }
        return false;
    }
}
