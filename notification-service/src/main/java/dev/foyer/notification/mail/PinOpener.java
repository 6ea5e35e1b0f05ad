package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Letter;
import dev.foyer.service.keys.BoundSeal;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Opens what pin-service sealed to us for this very mail. What our journal queued before 0.3 was bound to nothing and
 * is opened in the old way; whether a mail is such a one says the journal, never the seal. Thread-safe.
 */
public final class PinOpener {

    /** Said in the seal's header by pin-service; nothing else is opened. */
    private static final String PURPOSE = "foyer.pin.delivery";

    private final BoundSeal seals;
    private final UnboundSeals unbound;

    /** @param keys those that are in force now */
    public PinOpener(Supplier<DeliveryKeys> keys) {
        this.seals = new BoundSeal(PURPOSE, () -> keys.get().pairs());
        this.unbound = new UnboundSeals(keys);
    }

    /**
     * @param sealed as the delivery says it to which the letter points
     * @throws KeyIsMissing when it was sealed to a key that we do not have, or not yet
     * @throws SealedForAnother when it was copied from another delivery
     * @throws PinCannotBeOpened without a cause: no message of a library may carry what was inside
     */
    public Pin open(String sealed, Letter letter) {
        if (!letter.sealedPin().bound()) {
            return unbound.open(sealed);
        }
        return switch (seals.open(sealed, boundTo(letter))) {
            case BoundSeal.Opened.Content(String digits) -> pin(digits);
            case BoundSeal.Opened.KeyIsMissing() -> throw new KeyIsMissing();
            case BoundSeal.Opened.ForAnother() -> throw new SealedForAnother();
            case BoundSeal.Opened.Broken() -> throw new PinCannotBeOpened("no seal of the one kind that we accept");
        };
    }

    private static Map<String, String> boundTo(Letter letter) {
        return Map.of(
                "tenant", letter.recipient().tenant(),
                "userId", letter.recipient().userId(),
                "notificationId", letter.id().toString());
    }

    static Pin pin(String digits) {
        try {
            return new Pin(digits);
        } catch (IllegalArgumentException e) {
            throw new PinCannotBeOpened("it holds no PIN");
        }
    }

    /** Another instance may have published a key that our file gets in a moment, or somebody removed one too early. */
    static final class KeyIsMissing extends RuntimeException {
        KeyIsMissing() {
            super("The PIN is sealed to a key that is not in our key file", null, false, false);
        }
    }

    /** It is a good seal, in the wrong place. */
    static final class SealedForAnother extends RuntimeException {
        SealedForAnother() {
            super("The PIN is sealed for another mail or another user", null, false, false);
        }
    }

    /** The seal was made with a key, or in a way, that we do not accept. */
    static final class PinCannotBeOpened extends RuntimeException {
        PinCannotBeOpened(String why) {
            super("The sealed PIN cannot be opened: " + why, null, false, false);
        }
    }
}
