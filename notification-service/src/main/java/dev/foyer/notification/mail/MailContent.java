package dev.foyer.notification.mail;

import java.util.List;
import java.util.Locale;

/**
 * What the templates show, in this order; sentences are in the mail's language already.
 *
 * @param organization the tenant's name, or {@code null}
 * @param pin {@code null}: this mail has none
 * @param link that shows the PIN instead, or {@code null}
 * @param join {@code null}: nobody can join any more, or it is not about that
 * @param steps how to start a meeting by telephone; may be empty
 */
record MailContent(
        Locale locale,
        String subject,
        String organization,
        String hello,
        String lead,
        Pin pin,
        MailLink link,
        JoinBlock join,
        List<Row> rows,
        List<String> steps,
        List<String> notes,
        String footer) {

    /** One more fact. */
    record Row(String label, String value) {}

    /** The language tag, for screen readers. */
    public String language() {
        return locale.toLanguageTag();
    }
}
