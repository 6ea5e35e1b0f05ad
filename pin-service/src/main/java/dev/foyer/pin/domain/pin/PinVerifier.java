package dev.foyer.pin.domain.pin;

/**
 * What is kept of a PIN: HMAC-SHA-256 over salt and digits with a pepper key that is not in Kafka. Without the pepper
 * it cannot be searched, with it only one guess at a time (rule A6).
 *
 * @param keyId which pepper key
 * @param salt 256 random bits, base64url
 * @param mac base64url
 */
public record PinVerifier(String keyId, String salt, String mac) {

    @Override
    public String toString() {
        return "PinVerifier[" + keyId + "]";
    }
}
