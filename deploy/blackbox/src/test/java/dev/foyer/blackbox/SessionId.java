package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;

/** What only the gateway can read in a session's cookie, read with its key. */
final class SessionId {

    private SessionId() {}

    static String of(String cookie, Home home) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] secret = Files.readString(home.secrets().resolve("session-key"))
                    .strip()
                    .getBytes(UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setKey(new SecretKeySpec(mac.doFinal("session cookies".getBytes(UTF_8)), "AES"));
            jwe.setCompactSerialization(cookie.substring(cookie.indexOf('=') + 1));
            return new JsonMapper().readTree(jwe.getPayload()).path("id").asText();
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
