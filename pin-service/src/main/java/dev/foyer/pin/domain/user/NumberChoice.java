package dev.foyer.pin.domain.user;

/**
 * What was said about one of the user's numbers.
 *
 * @param said false: nothing, it stays as it is
 * @param number E.164, or {@code null} for none
 */
public record NumberChoice(boolean said, String number) {

    public static final NumberChoice UNSAID = new NumberChoice(false, null);

    String or(String present) {
        return said ? number : present;
    }
}
