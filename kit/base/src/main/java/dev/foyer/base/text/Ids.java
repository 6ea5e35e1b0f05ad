package dev.foyer.base.text;

/**
 * What ids look like, for those who need it as a regular expression; {@link TextKind#ID} is the rule. Whoever could not be
 * addressed by one segment of a path, written once and read once, could not be managed.
 */
public final class Ids {

    /** Longer ones are no ids. */
    static final int LONGEST = 128;

    /** No segment of a path that means something else, nothing that parts a key or a path, nothing that is not seen. */
    public static final String ID = "(?!\\.{1,2}$)[^/\\\\\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]{1,128}";

    /** The same of a user who came before there was one rule; such users can only be taken away. */
    public static final String EARLIER_ID = "[^/\\s\\p{Cc}\\p{Cs}]{1,128}";

    /** Of an account of the gateway, as it signs in. */
    public static final String ACCOUNT = "[A-Za-z0-9@._+-]{1,128}";

    private static final java.util.regex.Pattern FORM = java.util.regex.Pattern.compile(ID);

    private Ids() {}

    /** As it is: an id that was changed would be another one. */
    static String checked(String text) {
        if (!FORM.matcher(text).matches() || Characters.hasHidden(text)) {
            throw new TextRefused("must be an id: 1 to " + LONGEST
                    + " characters without white space, slashes, backslashes and invisible ones, and neither . nor ..");
        }
        if (!Characters.composed(text).equals(text)) {
            throw new TextRefused("must be composed text (Unicode NFC), or one id could be written in two ways");
        }
        return text;
    }
}
