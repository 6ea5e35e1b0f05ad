package dev.foyer.local.secrets;

import java.time.Instant;
import org.jose4j.jwk.JsonWebKey;

/** When a key was made stands with it, so that its age can be watched whatever becomes of the file's own times. */
final class KeyBirth {

    private KeyBirth() {}

    /** As the member {@code iat}, in the words of JSON Web Tokens. */
    static void note(JsonWebKey key) {
        key.setOtherParameter("iat", Instant.now().getEpochSecond());
    }
}
