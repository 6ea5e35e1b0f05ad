package dev.foyer.notification.mail;

import java.util.Locale;

/**
 * What the templates show.
 *
 * @param welcome M1, otherwise M3
 * @param number and {@code tollFreeNumber}: {@code null} when the user has none
 */
record MailContent(
        Locale locale,
        boolean welcome,
        String name,
        Pin pin,
        String conferenceId,
        DialNumber number,
        DialNumber tollFreeNumber) {

    /** The language tag, for screen readers. */
    public String language() {
        return locale.toLanguageTag();
    }
}
