package dev.foyer.base;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.foyer.base.events.SignedContent;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in the address of a view-once link, and is all that one needs to see the PIN: 256 random bits, base64url. It is in
 * the mail and nowhere else; whoever keeps something of it keeps its {@link #hash}. Immutable.
 */
public final class LinkToken {

    private static final int BYTES = 32;
    /** The last of 43 characters has two bits too many: those that are not zero are no token of ours. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private final String text;

    private LinkToken(String text) {
        this.text = text;
    }

    /** One that there never was. */
    public static LinkToken fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one; whether there is such a link is not known here. */
    public static Optional<LinkToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** Whether this may be what {@link #hash} gives. */
    public static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    /** For the address in the mail, and for nothing else. */
    public String text() {
        return text;
    }

    /** SHA-256 of the text, base64url: by it a link is found, and nobody finds the token by it. */
    public String hash() {
        return SignedContent.digest(text.getBytes(US_ASCII));
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
