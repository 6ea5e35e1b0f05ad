package dev.foyer.pin.domain.pin;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Makes new PINs: draws uniformly until none of the reasons of rule A2 speaks against it. */
public final class PinIssuer {

    private PinIssuer() {}

    /** A new PIN in all the forms that are needed; only the verifier may be kept. */
    public record Issued(Pin pin, PinVerifier verifier, SealedPin sealed) {}

    /**
     * Rejection sampling keeps the distribution uniform over what is allowed. It ends: at every length more than a
     * quarter of all PINs are allowed, so two hundred draws in a row never fail in practice.
     *
     * @param replaced the verifier of the PIN that it replaces, which it must not be again
     * @param notification of the one mail that may carry it
     */
    public static Issued issue(
            PinVault vault,
            PinPolicy policy,
            Collection<String> personal,
            Optional<PinVerifier> replaced,
            UUID notification) {
        Pin pin = vault.draw(policy.length());
        while (GuessablePin.refuses(pin, policy, personal) || isReplaced(vault, pin, replaced)) {
            pin = vault.draw(policy.length());
        }
        return new Issued(pin, vault.verifier(pin), vault.seal(pin, notification));
    }

    private static boolean isReplaced(PinVault vault, Pin pin, Optional<PinVerifier> replaced) {
        return replaced.map(old -> vault.matches(pin, old)).orElse(false);
    }
}
