package dev.foyer.base.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One and the same form of what a bridge says of a caller, however it is written: {@code tel:} and {@code sip:} addresses,
 * with or without a name before them, parameters, {@code +} or {@code 00}, spaces and signs between digits, digits of any
 * script. The part before the {@code @} is the number, when it is one: it is the same whatever host it came through. What is
 * said that is no number is a name and its host.
 *
 * @param user the number's digits after {@code +} or {@code 00}, or a name in lower case; empty: nothing is said
 * @param host in lower case, of a name; empty: none
 */
public record WrittenNumber(String user, String host) {

    private static final Pattern SCHEME = Pattern.compile("^(tel|sips?|callto):(//)?");
    private static final Pattern PARAMETERS = Pattern.compile("[;?&,].*", Pattern.DOTALL);
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\p{Z}\\p{Pd}\\p{C}\\s().\\-/+]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final String ABROAD = "00";

    /** @param said {@code null}: nothing */
    public static WrittenNumber of(String said) {
        String plain = Normalizer.normalize(said == null ? "" : said, Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
        String address = SCHEME.matcher(inBrackets(plain)).replaceFirst("");
        int at = address.lastIndexOf('@');
        String user = withoutParameters(at < 0 ? address : address.substring(0, at));
        String number = withAsciiDigits(BETWEEN_DIGITS.matcher(user).replaceAll(""));
        if (DIGITS.matcher(number).matches()) {
            return new WrittenNumber(number.startsWith(ABROAD) ? number.substring(ABROAD.length()) : number, "");
        }
        return new WrittenNumber(user.strip(), at < 0 ? "" : withoutParameters(address.substring(at + 1)));
    }

    /** Of a number. */
    public Optional<String> digits() {
        return DIGITS.matcher(user).matches() ? Optional.of(user) : Optional.empty();
    }

    /** What callers are told apart by; zeros before a number say only how it is dialled. Empty when no digit is said. */
    public String source() {
        if (user.chars().noneMatch(Character::isDigit)) {
            return "";
        }
        return digits().map(number -> number.replaceFirst("^0+(?=.)", "")).orElse(user + "@" + host);
    }

    /** A name may stand before the brackets. */
    private static String inBrackets(String said) {
        int opens = said.indexOf('<');
        int closes = said.indexOf('>', opens + 1);
        return opens < 0 ? said : said.substring(opens + 1, closes < 0 ? said.length() : closes);
    }

    private static String withoutParameters(String part) {
        String cut = PARAMETERS.matcher(part).replaceFirst("");
        int colon = cut.indexOf(':'); // a password, or a port
        return decoded(colon < 0 ? cut : cut.substring(0, colon));
    }

    private static String decoded(String part) {
        try {
            return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2b"), UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a % that begins nothing
        }
    }

    private static String withAsciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        ascii.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return ascii.toString();
    }
}
