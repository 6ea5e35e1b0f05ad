package dev.foyer.meeting.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** How webhooks are called. */
public final class WebhookIds {

    /** Of a webhook, and of a delivery likewise. */
    public static final String FORM = "[A-Za-z0-9_-]{1,64}";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private WebhookIds() {}

    /** One that no other has. */
    public static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "wh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
