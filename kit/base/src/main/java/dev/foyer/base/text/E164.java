package dev.foyer.base.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people, cmdlets and directories write them (rule C4): bare digits, {@code +} or {@code tel:}, with
 * signs that group digits. All of what is written is understood or it is refused: a number that lost its end is another one.
 */
final class E164 {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 64;

    private static final Pattern SCHEME = Pattern.compile("^tel:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN = Pattern.compile("\\(?\\+?\\(?\\p{Nd}[\\p{Nd} ().\\p{Pd}\\u2212/]*");
    /** Not dialled, but said or keyed in when somebody answers. */
    private static final Pattern EXTENSION =
            Pattern.compile("\\p{Nd}.*(ext|x|#|,|;|~|isub|w|p).*\\p{Nd}.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_DIGIT = Pattern.compile("\\P{Nd}");

    private E164() {}

    static String of(String text) {
        String written =
                Normalizer.normalize(Characters.withoutHidden(text), Form.NFKC).strip();
        if (written.isEmpty()) {
            return written;
        }
        String number = SCHEME.matcher(written).replaceFirst("");
        if (number.length() > LONGEST) {
            throw noNumber(); // first: what looks for an extension takes the third power of the length
        }
        if (!WRITTEN.matcher(number).matches()) {
            throw EXTENSION.matcher(number).find() ? withExtension() : noNumber();
        }
        try {
            PhoneNumber parsed = LIBRARY.parse("+" + digits(number), null);
            if (LIBRARY.isPossibleNumber(parsed)) {
                return LIBRARY.format(parsed, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // said below
        }
        throw noNumber();
    }

    private static String digits(String number) {
        StringBuilder ascii = new StringBuilder();
        NO_DIGIT.matcher(number).replaceAll("").codePoints().forEach(digit -> ascii.append(Character.digit(digit, 10)));
        return ascii.toString();
    }

    private static TextRefused withExtension() {
        return new TextRefused(
                "phone-number-invalid",
                "must be a number that is dialled as a whole, without an extension or what follows one");
    }

    private static TextRefused noNumber() {
        return new TextRefused(
                "phone-number-invalid", "must be an E.164 number with its country code, such as +390212345678");
    }
}
