package dev.foyer.pin.crypto;

import dev.foyer.pin.domain.conferenceid.ConferenceIdSource;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.pin.SealedPin;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The real vault: keys from files, digits from the platform's strong random source. Thread-safe. */
public final class KeyedPinVault implements PinVault, ConferenceIdSource {

    private static final int SMALLEST_CONFERENCE_ID = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final PepperedVerifiers verifiers;
    private final DeliverySeal seal;

    /**
     * @param pepperFile JWK set of {@code oct} keys; the first makes new verifiers, all check old ones
     * @param deliveryKeysFile JWK set with notification-service's public RSA keys; the first is the current one
     * @throws IllegalStateException one sentence, when a file is missing or not what it should be
     */
    public KeyedPinVault(Path pepperFile, Path deliveryKeysFile) {
        this.verifiers = PepperedVerifiers.read(pepperFile, random);
        this.seal = DeliverySeal.read(deliveryKeysFile);
    }

    @Override
    public Pin draw(int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new Pin(digits.toString());
    }

    @Override
    public PinVerifier verifier(Pin pin) {
        return verifiers.of(pin);
    }

    @Override
    public boolean matches(Pin pin, PinVerifier verifier) {
        return verifiers.matches(pin, verifier);
    }

    @Override
    public void pretendToMatch(Pin pin) {
        verifiers.pretend(pin);
    }

    @Override
    public String candidate() {
        return Integer.toString(random.nextInt(SMALLEST_CONFERENCE_ID, 10 * SMALLEST_CONFERENCE_ID));
    }

    @Override
    public SealedPin seal(Pin pin) {
        return seal.seal(pin);
    }
}
