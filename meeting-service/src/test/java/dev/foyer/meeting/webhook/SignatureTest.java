package dev.foyer.meeting.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Held against the vector that the libraries of the Standard Webhooks specification are tested with. */
@Tag("H2")
class SignatureTest {

    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void itIsTheSpecificationsOwn() {
        assertEquals(SIGNATURE, Signature.header(List.of(SECRET), ID, AT, BODY));
    }

    @Test
    void twoSecretsAreTwoSignatures() {
        String both = Signature.header(List.of(WebhookSecret.make(), SECRET), ID, AT, BODY);
        assertTrue(both.endsWith(" " + SIGNATURE), both);
        assertEquals(2, both.split(" ").length);
    }

    @Test
    void aSecretIsLongEnoughAndSeenNowhere() {
        WebhookSecret made = WebhookSecret.make();
        assertTrue(made.text().startsWith("whsec_"));
        assertEquals(32, Base64.getDecoder().decode(made.text().substring(6)).length);
        assertNotEquals(made.text(), WebhookSecret.make().text());
        assertFalse(made.toString().contains(made.text().substring(6)));
        assertEquals(made.text(), WebhookSecret.of(made.text()).text());
    }
}
