package dev.foyer.pin.domain.pin;

import java.util.UUID;

/**
 * What one decision about one user needs of keys and randomness, handed in with the context; it knows whose PIN it is
 * about and by which command. Implementations do no I/O: they run in the owner's thread.
 */
public interface PinVault {

    /** Uniformly random digits, nothing refused yet. */
    Pin draw(int length);

    /** A verifier of this user's, with a fresh salt under the current pepper key. */
    PinVerifier verifier(Pin pin);

    /**
     * Takes the same time for a right and a wrong PIN; false also when the verifier's key is no longer known, and when it
     * was another user's.
     */
    boolean matches(Pin pin, PinVerifier verifier);

    /** Does the work of {@link #matches} for nothing, so that "nobody there" takes as long as "wrong" (rule B3). */
    void pretendToMatch(Pin pin);

    /**
     * Whether the verifier is as new ones are: of the key that makes them, and bound to its user. If not, it is made anew
     * at the next success (rule A6).
     */
    boolean isCurrent(PinVerifier verifier);

    /** False as long as there is no key to seal to; once true, it stays true. */
    boolean canSeal();

    /**
     * Only when {@link #canSeal}.
     *
     * @param notification of the one mail that may carry it
     */
    SealedPin seal(Pin pin, UUID notification);

    /** Opens what was sealed for this user, this command, this meeting and this call, and nothing else. */
    OpenedPin open(SpokenPin spoken, String conferenceId, String callId);
}
