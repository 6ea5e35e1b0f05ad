package dev.foyer.base.text;

/** The name by which a user signs in elsewhere ({@code userPrincipalName}), and can be addressed here. */
final class SignInName {

    private static final int LONGEST = 256;

    private SignInName() {}

    static String checked(String text) {
        String name = OneLine.typed(text, LONGEST);
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.equals(".") || name.equals("..")) {
            throw new TextRefused("must be a name without slashes and backslashes, and neither . nor ..");
        }
        return name;
    }
}
