package dev.foyer.meeting.domain.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** How deliveries and their outboxes are called. */
public final class DeliveryIds {

    private static final int BYTES = 16;
    private static final int UNSIGNED = 0xff;

    private DeliveryIds() {}

    /** The same for the same event, read however often. @param source of the event, within which its id is unique */
    public static String of(String webhookId, String source, String eventId) {
        return "msg_"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOf(sha256(webhookId + "\n" + source + "\n" + eventId), BYTES));
    }

    /** The id of the outbox that a delivery lies in. */
    public static String outbox(String tenant, String webhookId, String deliveryId) {
        return outbox(tenant, webhookId, (sha256(deliveryId)[0] & UNSIGNED) % Outbox.SHARES);
    }

    /** All that a webhook has. */
    public static List<String> outboxes(String tenant, String webhookId) {
        return IntStream.range(0, Outbox.SHARES)
                .mapToObj(share -> outbox(tenant, webhookId, share))
                .toList();
    }

    /** Whose outbox it is. */
    public static String tenantOf(String outbox) {
        return outbox.substring(0, outbox.indexOf('/'));
    }

    /** Which webhook's outbox it is. */
    public static String webhookOf(String outbox) {
        return outbox.substring(outbox.indexOf('/') + 1, outbox.lastIndexOf('/'));
    }

    private static String outbox(String tenant, String webhookId, int share) {
        return tenant + "/" + webhookId + "/" + share;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
