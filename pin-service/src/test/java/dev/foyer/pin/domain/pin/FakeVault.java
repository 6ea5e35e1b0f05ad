package dev.foyer.pin.domain.pin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Stands for keys and randomness: draws what the script says and counts the comparisons. One thread. */
public final class FakeVault implements PinVault {

    /** Said on the telephone, sealed to a key that is not here. */
    public static final String OF_A_MISSING_KEY = "of a missing key";

    private static final String CURRENT = "fake";

    private final Deque<String> script;
    private int comparisons;
    private int opened;
    private boolean sealless;

    private FakeVault(List<String> script) {
        this.script = new ArrayDeque<>(script);
    }

    /** Draws these digits in this order, and fails the test when it is asked for more. */
    public static FakeVault drawing(String... digits) {
        return new FakeVault(List.of(digits));
    }

    /** How many draws of the script are left. */
    public int undrawn() {
        return script.size();
    }

    /** PINs compared since the vault was made, in earnest or for show. */
    public int comparisons() {
        return comparisons;
    }

    /** Seals opened, or tried to, since the vault was made. */
    public int opened() {
        return opened;
    }

    /** The verifier of these digits, as this vault makes it. */
    public static PinVerifier verifierOf(String digits) {
        return new PinVerifier(CURRENT, "salt", "mac of " + digits, PinVerifier.BOUND);
    }

    /** The verifier of these digits under a key that this vault still knows, but that is not the current one. */
    public static PinVerifier oldVerifierOf(String digits) {
        return new PinVerifier("old fake", "salt", "mac of " + digits, PinVerifier.BOUND);
    }

    /** From now on as if nobody had published a key to seal to. */
    public FakeVault withoutDeliveryKey() {
        sealless = true;
        return this;
    }

    @Override
    public Pin draw(int length) {
        Pin drawn = new Pin(script.remove());
        if (drawn.length() != length) {
            throw new AssertionError("The script has another length than the " + length + " digits asked for");
        }
        return drawn;
    }

    @Override
    public PinVerifier verifier(Pin pin) {
        return verifierOf(pin.digits());
    }

    @Override
    public boolean matches(Pin pin, PinVerifier verifier) {
        comparisons++;
        return verifier.mac().equals(verifier(pin).mac());
    }

    @Override
    public void pretendToMatch(Pin pin) {
        comparisons++;
    }

    @Override
    public boolean isCurrent(PinVerifier verifier) {
        return verifier.keyId().equals(CURRENT);
    }

    @Override
    public boolean canSeal() {
        return !sealless;
    }

    @Override
    public SealedPin seal(Pin pin, UUID notification) {
        return new SealedPin("sealed");
    }

    /** What is no PIN stands for a seal that does not open; {@link #OF_A_MISSING_KEY} for one that may open later. */
    @Override
    public OpenedPin open(SpokenPin spoken, String conferenceId, String callId) {
        opened++;
        if (spoken.jwe().equals(OF_A_MISSING_KEY)) {
            return new OpenedPin.KeyIsMissing();
        }
        return Pin.isPin(spoken.jwe()) ? new OpenedPin.Clear(new Pin(spoken.jwe())) : new OpenedPin.NotForThis();
    }
}
