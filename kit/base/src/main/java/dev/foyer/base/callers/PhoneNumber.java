package dev.foyer.base.callers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A number as a bridge says it ({@link WrittenNumber}), or something that is none (rule C4). Masked it is
 * {@code +39•••••••42}: country code, always seven dots, so that the length is hidden too, and the last two digits. Of what
 * has no country code, or less than six digits beside it, the last two are left; of less than six digits in all, and of
 * what is no number, nothing.
 */
public final class PhoneNumber {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String DOTS = "•••••••";
    private static final int SHOWN = 2;
    /** Two that are shown, and enough that are not. */
    private static final int SHORTEST = 6;

    private final String digits;
    private final Phonenumber.PhoneNumber parsed;

    private PhoneNumber(String digits, Phonenumber.PhoneNumber parsed) {
        this.digits = digits;
        this.parsed = parsed;
    }

    /** @param said {@code null}: nothing */
    public static PhoneNumber of(String said) {
        String digits = WrittenNumber.of(said).digits().orElse("");
        if (digits.isEmpty() || digits.startsWith("0")) { // without a country code, and none begins with 0
            return new PhoneNumber(digits, null);
        }
        try {
            Phonenumber.PhoneNumber parsed = LIBRARY.parse("+" + digits, null);
            return new PhoneNumber(digits, LIBRARY.isPossibleNumber(parsed) ? parsed : null);
        } catch (NumberParseException e) {
            return new PhoneNumber(digits, null);
        }
    }

    /** As directories' numbers are kept; empty when there is no country code. */
    public Optional<String> e164() {
        return Optional.ofNullable(parsed).map(number -> LIBRARY.format(number, PhoneNumberFormat.E164));
    }

    /** With all but its country and its end hidden. */
    public String masked() {
        if (digits.length() < SHORTEST) {
            return DOTS;
        }
        String end = digits.substring(digits.length() - SHOWN);
        boolean country =
                parsed != null && LIBRARY.getNationalSignificantNumber(parsed).length() >= SHORTEST;
        return (country ? "+" + parsed.getCountryCode() : "") + DOTS + end;
    }

    /** Whether the text gives the number away, with or without its country code. */
    public boolean isIn(String text) {
        return digits.length() >= SHORTEST && text.contains(digits)
                || parsed != null && gives(text, LIBRARY.getNationalSignificantNumber(parsed));
    }

    /** Less than that may be there by chance. */
    private static boolean gives(String text, String national) {
        return national.length() >= 8 && text.contains(national);
    }
}
