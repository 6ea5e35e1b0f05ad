package dev.foyer.gateway.scans;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.callers.WrittenNumber;
import dev.foyer.gateway.accounts.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells callers apart. A number is counted under a digest that only gateways can make: there are so few numbers that any
 * other digest is as good as the number itself, and keys of records and addresses are shown whatever
 * {@code maskCallerNumbers} says. Thread-safe.
 */
@ApplicationScoped
public class CallSources {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGEST_BYTES = 16;

    @Inject
    ScanConfig config;

    private volatile SecretKeySpec key;

    /** @param from the caller's number as the bridge has it; {@code null}, empty or without a digit: it is withheld */
    public CallSource of(Account bridge, String from) {
        String number = WrittenNumber.of(from).source();
        if (number.isEmpty()) {
            return new CallSource(bridge.tenant(), "withheld." + bridge.name(), null);
        }
        byte[] digest = mac(key(), bridge.tenant() + "\n" + number);
        String id = "number." + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        return new CallSource(bridge.tenant(), id, from);
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            try {
                String secret = Files.readString(config.sessionKeyFile()).strip();
                byte[] ofCallers = mac(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), "numbers of callers");
                known = new SecretKeySpec(ofCallers, ALGORITHM);
                key = known;
            } catch (IOException e) {
                throw new UncheckedIOException("The session key file cannot be read", e);
            }
        }
        return known;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
