package dev.foyer.pin.crypto;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.EcKeySet;
import java.util.Map;
import java.util.UUID;

/**
 * Seals a PIN to notification-service's public key, for one mail to one user: who only has the topic has nothing, and who
 * copies it into another delivery has nothing either. Immutable.
 */
public final class DeliverySeal {

    /** Said in the seal's header; notification-service opens nothing else. */
    private static final String PURPOSE = "foyer.pin.delivery";

    private final EcKeySet keys;
    private final BoundSeal seal;

    private DeliverySeal(EcKeySet keys) {
        this.keys = keys;
        this.seal = new BoundSeal(PURPOSE, () -> keys);
    }

    /**
     * Takes the first key of a set that notification-service published.
     *
     * @param origin where the set comes from, as messages say it
     * @throws IllegalStateException one sentence, when one key of the set is not what it should be
     */
    public static DeliverySeal read(String jwkSet, String origin) {
        return new DeliverySeal(EcKeySet.publicHalves(jwkSet, origin));
    }

    public String keyId() {
        return keys.currentId();
    }

    /** RFC 7638, to compare with what notification-service says of its own key. */
    public String thumbprint() {
        return keys.thumbprint();
    }

    /** @param notification the id of the mail that takes the PIN to this user */
    SealedPin seal(Pin pin, String tenant, String userId, UUID notification) {
        return new SealedPin(seal.seal(
                pin.digits(), Map.of("tenant", tenant, "userId", userId, "notificationId", notification.toString())));
    }
}
