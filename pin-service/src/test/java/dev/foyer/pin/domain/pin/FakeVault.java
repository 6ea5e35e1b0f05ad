package dev.foyer.pin.domain.pin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Stands for keys and randomness: draws what the script says and counts the comparisons. One thread. */
public final class FakeVault implements PinVault {

    private static final String CURRENT = "fake";

    private final Deque<String> script;
    private int comparisons;
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

    /** The verifier of these digits, as this vault makes it. */
    public static PinVerifier verifierOf(String digits) {
        return new PinVerifier(CURRENT, "salt", "mac of " + digits);
    }

    /** The verifier of these digits under a key that this vault still knows, but that is not the current one. */
    public static PinVerifier oldVerifierOf(String digits) {
        return new PinVerifier("old fake", "salt", "mac of " + digits);
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
    public SealedPin seal(Pin pin) {
        return new SealedPin("sealed");
    }
}
