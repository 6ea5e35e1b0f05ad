package dev.foyer.pin.crypto;

import dev.foyer.pin.domain.conferenceid.ConferenceIdSource;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.pin.SealedPin;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** The real vault: the keys of this moment, digits from the platform's strong random source. Thread-safe, no I/O. */
public final class KeyedPinVault implements PinVault, ConferenceIdSource {

    private static final int SMALLEST_CONFERENCE_ID = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final PepperedVerifiers verifiers;
    private final Supplier<Optional<DeliverySeal>> seal;

    /**
     * @param peppers those that are in force now
     * @param seal to the current key of notification-service; empty as long as it has published none, and once there
     *     is one never empty again
     */
    public KeyedPinVault(Supplier<Peppers> peppers, Supplier<Optional<DeliverySeal>> seal) {
        this.verifiers = new PepperedVerifiers(peppers, random);
        this.seal = seal;
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

    /** How often a PIN could not be compared since the start, because its pepper key is not among ours. */
    public long unverifiable() {
        return verifiers.unverifiable();
    }

    @Override
    public void pretendToMatch(Pin pin) {
        verifiers.pretend(pin);
    }

    @Override
    public boolean isCurrent(PinVerifier verifier) {
        return verifiers.isCurrent(verifier);
    }

    @Override
    public String candidate() {
        return Integer.toString(random.nextInt(SMALLEST_CONFERENCE_ID, 10 * SMALLEST_CONFERENCE_ID));
    }

    @Override
    public boolean canSeal() {
        return seal.get().isPresent();
    }

    @Override
    public SealedPin seal(Pin pin) {
        return seal.get().orElseThrow().seal(pin);
    }
}
