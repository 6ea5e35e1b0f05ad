package dev.foyer.pin.domain.pin;

/**
 * What is kept of a PIN: HMAC-SHA-256 over user, salt and digits with a pepper key that is not in Kafka. Without the pepper
 * it cannot be searched, with it only one guess at a time (rule A6).
 *
 * @param keyId which pepper key
 * @param salt 256 random bits, base64url
 * @param mac base64url
 * @param form {@link #BOUND}; {@code null} before 0.3, over salt and digits only, so that it would also be another user's
 */
public record PinVerifier(String keyId, String salt, String mac, Integer form) {

    /** The mac is over tenant and user as well. */
    public static final Integer BOUND = 2;

    /** Whether it can be nobody else's. Who drops the word from a bound one has one that fits nobody. */
    public boolean bound() {
        return BOUND.equals(form);
    }

    @Override
    public String toString() {
        return "PinVerifier[" + keyId + "]";
    }
}
