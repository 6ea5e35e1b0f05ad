package dev.foyer.pin.domain.pin;

import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Draws from a source and does nothing else: hundreds of thousands of PINs are issued without the work of keys.
 *
 * @param source from a length to a PIN of that length
 */
public record DrawingVault(IntFunction<Pin> source) implements PinVault {

    @Override
    public Pin draw(int length) {
        return source.apply(length);
    }

    @Override
    public PinVerifier verifier(Pin pin) {
        return null;
    }

    @Override
    public boolean matches(Pin pin, PinVerifier verifier) {
        return false;
    }

    @Override
    public void pretendToMatch(Pin pin) {}

    @Override
    public boolean isCurrent(PinVerifier verifier) {
        return true;
    }

    @Override
    public boolean canSeal() {
        return true;
    }

    @Override
    public SealedPin seal(Pin pin, UUID notification) {
        return null;
    }

    @Override
    public OpenedPin open(SpokenPin spoken, String conferenceId, String callId) {
        return new OpenedPin.NotForThis();
    }
}
