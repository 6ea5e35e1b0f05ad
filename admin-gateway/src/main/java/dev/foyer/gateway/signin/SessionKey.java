package dev.foyer.gateway.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that all instances of the gateway share; each purpose has a key of its own, made from it. Thread-safe. */
@ApplicationScoped
public class SessionKey {

    private static final int SHORTEST = 32;
    private static final int DIGEST_BYTES = 16;

    @Inject
    SignInConfig config;

    private byte[] secret;

    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        String file = "The session key file " + config.sessionKeyFile() + " (FOYER_SESSION_KEY_FILE) ";
        try {
            String text = Files.readString(config.sessionKeyFile()).strip();
            if (text.length() < SHORTEST) {
                throw new ConfigurationException(file + "is shorter than " + SHORTEST + " characters.");
            }
            secret = text.getBytes(UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException(file + "cannot be read.");
        }
    }

    /** Seals the cookies of sessions; 256 bits. */
    Key ofCookies() {
        return new SecretKeySpec(mac(secret, "session cookies"), "AES");
    }

    /** Seals the cookies of a demo's phones: neither of both is good for what the other is. */
    Key ofPhones() {
        return new SecretKeySpec(mac(secret, "phone cookies"), "AES");
    }

    /**
     * A digest of a name that somebody tried, for counting. Only gateways can make it: people type passwords into the
     * field for names, so neither the name nor anything that can be searched offline may leave us.
     */
    String digestOfName(String name) {
        byte[] digest = mac(mac(secret, "names of sign-ins"), name);
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
