package dev.foyer.notification.mail;

import java.util.regex.Pattern;

/** A PIN in clear, on its few milliseconds between seal and mail. Prints as asterisks. */
public final class Pin {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4,12}");

    private static final String NOBODY_SEES = "***********";

    /** Stands where a PIN would, in a mail that nobody gets: there is none behind it. */
    static final Pin HIDDEN = new Pin();

    private final String digits;

    private Pin() {
        this.digits = NOBODY_SEES;
    }

    /** @throws IllegalArgumentException when it is not 4 to 12 digits; the message does not show it */
    public Pin(String digits) {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("A PIN has 4 to 12 digits");
        }
        this.digits = digits;
    }

    /** For the mail's text and the one reveal of A4, and nothing else. */
    public String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return NOBODY_SEES;
    }
}
