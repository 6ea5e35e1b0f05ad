package dev.foyer.notification.mail;

/**
 * How the user gets the PIN of a mail: one of both, or neither in a mail without a PIN.
 *
 * @param pin in the mail itself, or {@code null}
 * @param link that shows it once, or {@code null}
 */
record PinPart(Pin pin, MailLink link) {

    static final PinPart NONE = new PinPart(null, null);

    static PinPart clear(Pin pin) {
        return new PinPart(pin, null);
    }

    static PinPart behind(MailLink link) {
        return new PinPart(null, link);
    }
}
