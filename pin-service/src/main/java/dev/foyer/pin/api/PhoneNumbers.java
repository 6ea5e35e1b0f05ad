package dev.foyer.pin.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.foyer.eventsourcing.service.Problem;
import java.util.List;
import java.util.Locale;

/** Telephone numbers as people and cmdlets write them (rule C4): bare digits, {@code +} or {@code tel:}. */
final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * @return E.164, or {@code null} for {@code null}
     * @throws Problem.ProblemException 400 when it is no possible number
     */
    static String e164(String written) {
        if (written == null) {
            return null;
        }
        String number = written.strip();
        if (number.toLowerCase(Locale.ROOT).startsWith("tel:")) {
            number = number.substring("tel:".length());
        }
        if (!number.startsWith("+")) {
            number = "+" + number;
        }
        try {
            PhoneNumber parsed = LIBRARY.parse(number, null);
            if (LIBRARY.isPossibleNumber(parsed)) {
                return LIBRARY.format(parsed, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // falls through to the same answer
        }
        throw Problem.of(
                        400,
                        "phone-number-invalid",
                        "Not a telephone number",
                        "\"" + written
                                + "\" is no E.164 number; write it with its country code, such as +390212345678.")
                .exception();
    }

    static List<String> e164(List<String> written) {
        return written == null
                ? List.of()
                : written.stream().map(PhoneNumbers::e164).toList();
    }
}
