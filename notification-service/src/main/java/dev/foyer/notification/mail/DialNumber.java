package dev.foyer.notification.mail;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * A telephone number for reading and for tapping on.
 *
 * @param text grouped as people write it, with the country code
 * @param link dials the number, waits, and enters the conference ID; never the PIN
 */
record DialNumber(String text, String link) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** @param e164 or {@code null}, which gives {@code null} */
    static DialNumber of(String e164, String conferenceId) {
        return e164 == null ? null : new DialNumber(grouped(e164), "tel:" + e164 + ",," + conferenceId + "%23");
    }

    private static String grouped(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
