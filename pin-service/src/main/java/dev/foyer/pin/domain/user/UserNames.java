package dev.foyer.pin.domain.user;

import java.text.Normalizer;
import java.util.Locale;

/** How user names are compared (rule G5): compatible characters and cases are one, in every locale alike. */
final class UserNames {

    private UserNames() {}

    /** @return false when one of them is {@code null} */
    static boolean same(String one, String other) {
        return one != null && other != null && folded(one).equals(folded(other));
    }

    /** By way of the capitals, so that letters with two small forms are one. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
