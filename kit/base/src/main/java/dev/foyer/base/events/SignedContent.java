package dev.foyer.base.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * What the signature of a record is over: where it may lie, what it is, whose it is and what it says. A JSON array, because
 * texts that are only joined could be cut in another way. The data are in it by their digest.
 */
public final class SignedContent {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final String FORM = "foyer.record.v1";

    private SignedContent() {}

    /**
     * @param id of the CloudEvent
     * @param key of the Kafka record; {@code null} as an empty one
     * @param data the record's value, byte for byte
     */
    public static byte[] of(String topic, String type, String id, String key, byte[] data) {
        try {
            return JSON.writeValueAsBytes(
                    new String[] {FORM, topic, type, id, Objects.requireNonNullElse(key, ""), digest(data)});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /** SHA-256, base64url. */
    public static String digest(byte[] data) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(data);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
