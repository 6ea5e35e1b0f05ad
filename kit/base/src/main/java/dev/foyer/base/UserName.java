package dev.foyer.base;

import java.text.Normalizer;
import java.util.Locale;

/** How user names are compared, in every service alike: compatible characters and cases are one, in every locale. */
public final class UserName {

    private UserName() {}

    /** @return false when one of them is {@code null} */
    public static boolean same(String one, String other) {
        return one != null && other != null && folded(one).equals(folded(other));
    }

    /**
     * The form that two spellings of one name have in common. By way of the capitals, so that letters with two small forms
     * are one; normalized before and after, because a letter's other case may be written with a mark.
     */
    public static String folded(String name) {
        String cased = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(cased, Normalizer.Form.NFKC);
    }
}
