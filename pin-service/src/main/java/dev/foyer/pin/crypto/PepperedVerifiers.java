package dev.foyer.pin.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVerifier;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 over user, salt and digits under a pepper key: copied to another user, a verifier verifies nothing. A slow
 * hash would not help: a 5-digit space falls to any. The pepper, the limits and the lockout protect (decision record
 * {@code 2026-11-22-pin-verifier.md}). Thread-safe.
 */
final class PepperedVerifiers {

    private static final int BYTES = 32;

    /**
     * What a verifier is over: this, tenant and userId each with a length before it, salt, digits. Longer than salt and
     * 12 digits, which those before 0.3 are over, so that a bound one is never taken for an unbound one.
     */
    private static final byte[] BOUND = "foyer pin verifier 2".getBytes(UTF_8);

    private static final String NOBODY = text(new byte[BYTES]);

    private final Supplier<Peppers> peppers;
    private final SecureRandom random;
    private final LongAdder unverifiable = new LongAdder();

    /** @param peppers those that are in force now; each use looks again, so that a rotation needs no restart */
    PepperedVerifiers(Supplier<Peppers> peppers, SecureRandom random) {
        this.peppers = peppers;
        this.random = random;
    }

    PinVerifier of(Pin pin, String tenant, String userId) {
        Peppers now = peppers.get();
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        byte[] mac = mac(now.currentKey(), user(tenant, userId), salt, pin);
        return new PinVerifier(now.currentId(), text(salt), text(mac), PinVerifier.BOUND);
    }

    boolean matches(Pin pin, PinVerifier verifier, String tenant, String userId) {
        Peppers now = peppers.get();
        Optional<SecretKey> key = now.find(verifier.keyId());
        if (key.isEmpty()) {
            unverifiable.increment();
        }
        // An unknown key takes as long as a known one.
        byte[] user = verifier.bound() ? user(tenant, userId) : new byte[0];
        byte[] mac = mac(key.orElse(now.currentKey()), user, bytes(verifier.salt()), pin);
        return MessageDigest.isEqual(mac, bytes(verifier.mac())) && key.isPresent();
    }

    /** How often a PIN could not be compared, because the key of its verifier is gone, or is not here yet. */
    long unverifiable() {
        return unverifiable.sum();
    }

    boolean isCurrent(PinVerifier verifier) {
        return verifier.bound() && peppers.get().currentId().equals(verifier.keyId());
    }

    /** The work of {@link #matches} against nobody's PIN. */
    void pretend(Pin pin, String tenant, String userId) {
        matches(pin, new PinVerifier(peppers.get().currentId(), NOBODY, NOBODY, PinVerifier.BOUND), tenant, userId);
    }

    private static byte[] user(String tenant, String userId) {
        byte[] first = tenant.getBytes(UTF_8);
        byte[] second = userId.getBytes(UTF_8);
        return ByteBuffer.allocate(BOUND.length + 2 * Integer.BYTES + first.length + second.length)
                .put(BOUND)
                .putInt(first.length)
                .put(first)
                .putInt(second.length)
                .put(second)
                .array();
    }

    private static byte[] mac(SecretKey key, byte[] user, byte[] salt, Pin pin) {
        try {
            Mac mac = Mac.getInstance(Peppers.ALGORITHM);
            mac.init(key);
            mac.update(user);
            mac.update(salt);
            return mac.doFinal(pin.digits().getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + Peppers.ALGORITHM, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
