package dev.foyer.meeting.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** What a receiver and we share. Prints nothing of it. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    /** The specification: 24 to 64. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private WebhookSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that nobody knows. */
    public static WebhookSecret make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /** As {@link #text} wrote it. */
    static WebhookSecret of(String text) {
        return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** For the one answer that shows it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "WebhookSecret[]";
    }
}
