package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.RepeatableId;
import dev.foyer.gateway.accounts.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * From {@code Idempotency-Key} to the command id that makes a repeated request safe. The id never depends on the body:
 * a body may carry a PIN, and a command id stands in every event. That a key is not used for two different bodies is
 * remembered here, for a while and in this process only; after that the first answer simply wins. Thread-safe.
 */
@ApplicationScoped
public class CommandIds {

    private static final int REMEMBERED = 10_000;

    private final Map<String, byte[]> bodies = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final SecretKeySpec key;

    CommandIds() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** For a request that its sender does not mean to repeat. */
    public String fresh() {
        return UUID.randomUUID().toString();
    }

    /**
     * The same for the same tenant, account, scope, subject and key.
     *
     * @throws dev.foyer.base.Problem.ProblemException 422 when the body is another one than before
     */
    public String of(Account account, KeyScope scope, String idempotencyKey, byte[] body) {
        // None but the last may hold a line's end.
        String request =
                String.join("\n", account.tenant(), account.name(), scope.name(), scope.subject(), idempotencyKey);
        String id = RepeatableId.of(uuid(request));
        byte[] digest = digest(body);
        synchronized (bodies) {
            byte[] before = bodies.putIfAbsent(id, digest);
            if (before != null && !Arrays.equals(before, digest)) {
                throw Problems.idempotencyKeyReused().exception();
            }
        }
        return id;
    }

    private static String uuid(String request) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(request.getBytes(UTF_8)));
            return new UUID(hash.getLong(), hash.getLong()).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private byte[] digest(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
