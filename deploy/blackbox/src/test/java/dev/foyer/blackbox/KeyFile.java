package dev.foyer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key file in the hands of an operator. */
record KeyFile(Path file) {

    void append(JsonWebKey key) {
        change(keys -> keys.addLast(key));
    }

    /** Makes the last key the first. */
    void moveLastToFront() {
        change(keys -> keys.addFirst(keys.removeLast()));
    }

    void dropLast() {
        change(List::removeLast);
    }

    /** As if the current key had been made then. */
    void madeAt(Instant then) {
        change(keys -> keys.getFirst().setOtherParameter("iat", then.getEpochSecond()));
    }

    /** Somebody saves something that is no key. Returns what was there before, for {@link #write}. */
    String spoil() {
        try {
            String before = Files.readString(file);
            write("no keys");
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, as an editor or a mounted secret does it. */
    void write(String text) {
        try {
            Path next = Files.createTempFile(file.getParent(), "keys", ".new");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonWebKey pepper(String keyId) {
        return named(keyId, OctJwkGenerator.generateJwk(256));
    }

    static EllipticCurveJsonWebKey pair(String keyId) {
        try {
            return named(keyId, EcJwkGenerator.generateJwk(EllipticCurves.P256));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What others may have of a pair. */
    static JsonWebKey publicHalf(EllipticCurveJsonWebKey pair) {
        try {
            return JsonWebKey.Factory.newJwk(pair.toParams(OutputControlLevel.PUBLIC_ONLY));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <K extends JsonWebKey> K named(String keyId, K key) {
        key.setKeyId(keyId);
        return key;
    }

    private void change(Change change) {
        try {
            JsonWebKeySet keys = new JsonWebKeySet(Files.readString(file));
            change.of(keys.getJsonWebKeys());
            write(keys.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done to the list. */
    private interface Change {
        void of(List<JsonWebKey> keys);
    }
}
