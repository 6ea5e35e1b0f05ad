package dev.foyer.pin.domain.pin;

import java.util.Objects;

/** A PIN in clear: 4 to 12 digits. Lives in memory only; prints itself as asterisks (rule A4). */
public final class Pin {

    /** What everybody sees instead of a PIN, whatever its length. */
    public static final String MASK = "***********";

    public static final int SHORTEST = 4;
    public static final int LONGEST = 12;

    private final String digits;

    /** @throws IllegalArgumentException when it is not 4 to 12 digits; the message does not repeat the input */
    public Pin(String digits) {
        if (!isPin(digits)) {
            throw new IllegalArgumentException("A PIN is " + SHORTEST + " to " + LONGEST + " digits.");
        }
        this.digits = digits;
    }

    /** Any length that a tenant may ever have used: verification never looks at today's setting (rule A1). */
    public static boolean isPin(String text) {
        return text != null
                && text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The secret itself. Every call is a place to look at in a review. */
    public String digits() {
        return digits;
    }

    public int length() {
        return digits.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pin pin && digits.equals(pin.digits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(digits);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
