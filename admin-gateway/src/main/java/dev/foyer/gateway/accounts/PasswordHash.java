package dev.foyer.gateway.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import java.nio.CharBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Argon2id with salt and parameters in the hash (the PHC form that all tools write). Slow on purpose, some 30 ms and 7 MiB
 * with the launcher's parameters; callers bound how many are under way.
 */
final class PasswordHash {

    /** One lane: more would need threads. */
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=[1-9]\\d{0,2},p=1\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,86}");

    /** Less is weaker than anything that OWASP recommends. */
    private static final int LEAST_KIBIBYTES = 7168;

    /** More would let a few sign-ins fill the heap. */
    private static final int MOST_KIBIBYTES = 65_536;

    /** Of a password that nobody has, so that an unknown name takes as long as a wrong password. */
    static final String OF_NOBODY =
            "$argon2id$v=19$m=7168,t=5,p=1$Zm95ZXItbm9ib2R5LTAwMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private PasswordHash() {}

    /** Whether it is one that we take. */
    static boolean isUsable(String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            return false;
        }
        int kibibytes = Integer.parseInt(form.group(1));
        return kibibytes >= LEAST_KIBIBYTES && kibibytes <= MOST_KIBIBYTES;
    }

    /** Whether it was made of this password. */
    static boolean matches(char[] password, String hash) {
        return Password.check(CharBuffer.wrap(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
