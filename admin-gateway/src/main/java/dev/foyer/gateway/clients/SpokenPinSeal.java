package dev.foyer.gateway.clients;

import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.EcKeyFiles;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.WatchedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals what a caller says to pin-service, for one verification: whatever lies between the gateway and the decision sees
 * no digits, and what somebody copies there verifies nothing else. Thread-safe.
 */
public final class SpokenPinSeal {

    /** Said in the seal's header; pin-service opens nothing else. */
    private static final String PURPOSE = "foyer.pin.verification";

    private final WatchedFile<EcKeySet> keys;
    private final BoundSeal seal;

    /** @param publicKeys a JWK set of pin-service's public verification keys; sealed is to the first */
    SpokenPinSeal(Path publicKeys) {
        this.keys = EcKeyFiles.publicHalves(publicKeys, "foyer.pin-verification-keys-file");
        this.seal = new BoundSeal(PURPOSE, keys);
    }

    /**
     * @param command the one that verifies: with another one it does not open
     * @param organizer whose PIN it may be
     */
    public String seal(String digits, CommandContext command, String organizer, String conferenceId, String callId) {
        return seal.seal(
                digits,
                Map.of(
                        "tenant", command.tenant(),
                        "userId", organizer,
                        "conferenceId", conferenceId,
                        "callId", callId,
                        "commandId", command.commandId()));
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return keys.get().ids();
    }

    /** RFC 7638, of the current key, to compare with what pin-service says. */
    public String thumbprint() {
        return keys.get().thumbprint();
    }

    /** Why what lies in the file now is not in force; a sentence. */
    public Optional<String> problem() {
        return keys.problem();
    }

    /** Reads the file again if it changed. */
    void look() {
        keys.look();
    }
}
