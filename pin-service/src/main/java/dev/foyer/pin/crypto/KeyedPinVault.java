package dev.foyer.pin.crypto;

import dev.foyer.pin.domain.conferenceid.ConferenceIdSource;
import dev.foyer.pin.domain.pin.OpenedPin;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.EcKeySet;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The real vault: the keys of this moment, digits from the platform's strong random source. Each decision gets a view of
 * it of its own. Thread-safe, no I/O.
 */
public final class KeyedPinVault implements ConferenceIdSource {

    private static final int SMALLEST_CONFERENCE_ID = 1_000_000;

    /** Said in the seal's header by the gateway; nothing else is opened. */
    private static final String SPOKEN = "foyer.pin.verification";

    private final SecureRandom random = new SecureRandom();
    private final PepperedVerifiers verifiers;
    private final Supplier<Optional<DeliverySeal>> seal;
    private final BoundSeal spoken;

    /**
     * @param peppers those that are in force now
     * @param seal to the current key of notification-service; empty as long as it has published none, and once there
     *     is one never empty again
     * @param spoken our pairs, to which the gateway seals what callers say
     */
    public KeyedPinVault(Supplier<Peppers> peppers, Supplier<Optional<DeliverySeal>> seal, Supplier<EcKeySet> spoken) {
        this.verifiers = new PepperedVerifiers(peppers, random);
        this.seal = seal;
        this.spoken = new BoundSeal(SPOKEN, spoken);
    }

    /** For one decision about this user. */
    public PinVault of(String tenant, String userId, String commandId) {
        return new Of(tenant, userId, commandId);
    }

    /** How often a PIN could not be compared since the start, because its pepper key is not among ours. */
    public long unverifiable() {
        return verifiers.unverifiable();
    }

    @Override
    public String candidate() {
        return Integer.toString(random.nextInt(SMALLEST_CONFERENCE_ID, 10 * SMALLEST_CONFERENCE_ID));
    }

    private final class Of implements PinVault {

        private final String tenant;
        private final String userId;
        private final String commandId;

        private Of(String tenant, String userId, String commandId) {
            this.tenant = tenant;
            this.userId = userId;
            this.commandId = commandId;
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
            return verifiers.of(pin, tenant, userId);
        }

        @Override
        public boolean matches(Pin pin, PinVerifier verifier) {
            return verifiers.matches(pin, verifier, tenant, userId);
        }

        @Override
        public void pretendToMatch(Pin pin) {
            verifiers.pretend(pin, tenant, userId);
        }

        @Override
        public boolean isCurrent(PinVerifier verifier) {
            return verifiers.isCurrent(verifier);
        }

        @Override
        public boolean canSeal() {
            return seal.get().isPresent();
        }

        @Override
        public SealedPin seal(Pin pin, UUID notification) {
            return seal.get().orElseThrow().seal(pin, tenant, userId, notification);
        }

        @Override
        public OpenedPin open(SpokenPin pin, String conferenceId, String callId) {
            Map<String, String> boundTo = Map.of(
                    "tenant", tenant,
                    "userId", userId,
                    "conferenceId", conferenceId,
                    "callId", callId,
                    "commandId", commandId);
            return switch (spoken.open(pin.jwe(), boundTo)) {
                case BoundSeal.Opened.Content(String digits)
                when Pin.isPin(digits) -> new OpenedPin.Clear(new Pin(digits));
                case BoundSeal.Opened.KeyIsMissing() -> new OpenedPin.KeyIsMissing();
                case BoundSeal.Opened.Content _, BoundSeal.Opened.ForAnother _, BoundSeal.Opened.Broken _ ->
                    new OpenedPin.NotForThis();
            };
        }
    }
}
