package dev.foyer.proof.process;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import dev.foyer.local.secrets.PinKeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Publishes what notification-service would, so that pin-service has a key to seal PINs to when it is alone. */
final class DeliveryKey {

    private DeliveryKey() {}

    /** Of the first delivery key the public half is published, signed with notification-service's key. */
    static void publish(PinKeyFiles keys, Map<String, Object> connection) {
        PublicJsonWebKey signing = first(keys.notificationSigning());
        Map<String, ?> data = Map.of(
                "keys",
                List.of(first(keys.delivery()).toParams(OutputControlLevel.PUBLIC_ONLY)),
                "publishedAt",
                Instant.now());
        new ServiceRecordProducer(connection, "notification-service")
                .write(new PublicRecord(
                        "notification.keys",
                        "delivery",
                        "foyer.notification.DeliveryKeysPublished.v2",
                        "delivery",
                        null,
                        data,
                        content -> sign(content, signing)));
    }

    private static PublicJsonWebKey first(Path file) {
        try {
            return (PublicJsonWebKey)
                    new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " is no JWK set");
        }
    }

    private static String sign(byte[] content, PublicJsonWebKey key) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue("ES256");
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", "foyer-record");
            jws.setPayloadBytes(content);
            jws.setKey(key.getPrivateKey());
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
