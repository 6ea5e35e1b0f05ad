package dev.foyer.pin.domain.pin;

import java.util.UUID;

/** A vault for which what callers say needs no seal, so that decisions are tested with digits. */
public record PlainlySpoken(PinVault vault) implements PinVault {

    @Override
    public Pin draw(int length) {
        return vault.draw(length);
    }

    @Override
    public PinVerifier verifier(Pin pin) {
        return vault.verifier(pin);
    }

    @Override
    public boolean matches(Pin pin, PinVerifier verifier) {
        return vault.matches(pin, verifier);
    }

    @Override
    public void pretendToMatch(Pin pin) {
        vault.pretendToMatch(pin);
    }

    @Override
    public boolean isCurrent(PinVerifier verifier) {
        return vault.isCurrent(verifier);
    }

    @Override
    public boolean canSeal() {
        return vault.canSeal();
    }

    @Override
    public SealedPin seal(Pin pin, UUID notification) {
        return vault.seal(pin, notification);
    }

    @Override
    public OpenedPin open(SpokenPin spoken, String conferenceId, String callId) {
        return new OpenedPin.Clear(new Pin(spoken.jwe()));
    }
}
