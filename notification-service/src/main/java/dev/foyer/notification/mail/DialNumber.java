package dev.foyer.notification.mail;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * A telephone number for reading and for tapping on.
 *
 * @param text grouped as people write it, with the country code
 * @param tapped what a telephone is to dial: the number, a wait, and the conference ID; never the PIN
 * @param link dials the number, waits, and enters the conference ID; never the PIN
 */
record DialNumber(String text, String tapped, String link) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** @param e164 or {@code null}, which gives {@code null} */
    static DialNumber of(String e164, String conferenceId) {
        if (e164 == null) {
            return null;
        }
        String tapped = e164 + ",," + conferenceId;
        return new DialNumber(grouped(e164), tapped + "#", "tel:" + tapped + "%23");
    }

    private static String grouped(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
