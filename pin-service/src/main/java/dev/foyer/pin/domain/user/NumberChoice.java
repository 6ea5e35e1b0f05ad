package dev.foyer.pin.domain.user;

/**
 * A new choice of one of the user's numbers, or none.
 *
 * @param changes false: the number stays as it is
 * @param number E.164, or {@code null} for none
 */
public record NumberChoice(boolean changes, String number) {

    public static final NumberChoice UNCHANGED = new NumberChoice(false, null);

    String or(String present) {
        return changes ? number : present;
    }
}
