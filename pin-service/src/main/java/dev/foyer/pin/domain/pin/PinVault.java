package dev.foyer.pin.domain.pin;

/**
 * What a decision needs of keys and randomness, handed in with the context. Implementations are thread-safe and do no
 * I/O: they run in the owner's thread.
 */
public interface PinVault {

    /** Uniformly random digits, nothing refused yet. */
    Pin draw(int length);

    /** A verifier with a fresh salt under the current pepper key. */
    PinVerifier verifier(Pin pin);

    /** Takes the same time for a right and a wrong PIN; false also when the verifier's key is no longer known. */
    boolean matches(Pin pin, PinVerifier verifier);

    /** Does the work of {@link #matches} for nothing, so that "nobody there" takes as long as "wrong" (rule B3). */
    void pretendToMatch(Pin pin);

    /** Whether the verifier is of the key that makes new ones; if not, it is made anew at the next success (rule A6). */
    boolean isCurrent(PinVerifier verifier);

    /** False as long as there is no key to seal to; once true, it stays true. */
    boolean canSeal();

    /** Only when {@link #canSeal}. */
    SealedPin seal(Pin pin);
}
