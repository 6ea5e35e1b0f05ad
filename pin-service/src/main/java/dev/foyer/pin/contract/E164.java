package dev.foyer.pin.contract;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/** Telephone numbers as people, cmdlets and directories write them (rule C4): bare digits, {@code +} or {@code tel:}. */
public final class E164 {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private E164() {}

    /** Nothing when it is no possible number. */
    public static Optional<String> of(String written) {
        String number = written.strip();
        if (number.toLowerCase(Locale.ROOT).startsWith("tel:")) {
            number = number.substring("tel:".length());
        }
        if (!number.startsWith("+")) {
            number = "+" + number;
        }
        try {
            PhoneNumber parsed = LIBRARY.parse(number, null);
            return LIBRARY.isPossibleNumber(parsed)
                    ? Optional.of(LIBRARY.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
