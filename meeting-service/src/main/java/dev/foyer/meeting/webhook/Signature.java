package dev.foyer.meeting.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves a delivery, as the Standard Webhooks specification has it (symmetric, v1). */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The header {@code webhook-signature}: one signature for each secret. */
    static String header(List<WebhookSecret> secrets, String id, Instant at, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + of(secret, id, at.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }

    private static String of(WebhookSecret secret, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM);
        }
    }
}
