package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.PinVerificationKey;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.BoundSeal.Opened;
import dev.foyer.service.keys.EcKeySet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a caller says leaves the gateway sealed, for pin-service and for this one verification. */
@Tag("A6")
class SpokenPinSealTest {

    private static final CommandContext COMMAND =
            new CommandContext(new Account("bridge", "contoso.com", Set.of("bridge"), null), "bridge", "c-1", "r-1");

    private final Path file = PinVerificationKey.publicFile();
    private final SpokenPinSeal seal = new SpokenPinSeal(file);

    @Test
    void onlyPinServiceReadsItAndOnlyForThisOne() {
        String sealed = seal.seal("40813", COMMAND, "u-17", "4711007", "call-1");
        assertFalse(sealed.contains("40813"));
        assertEquals(new Opened.Content("40813"), open(sealed, "c-1"));
        assertEquals(new Opened.ForAnother(), open(sealed, "c-2"));
        assertFalse(new PinServiceClient.Verify("4711007", "call-1", sealed, false)
                .toString()
                .contains(sealed));
    }

    @Test
    void aNewKeyIsUsedFromTheNextLookOnAndABadOneChangesNothing() throws Exception {
        Files.writeString(file, new JsonWebKeySet(PinVerificationKey.make("v2")).toJson());
        seal.look();
        assertEquals(List.of("v2"), seal.ids());
        assertEquals(new Opened.KeyIsMissing(), open(seal.seal("40813", COMMAND, "u-17", "4711007", "call-1"), "c-1"));
        Files.writeString(file, PinVerificationKey.pair());
        seal.look();
        assertEquals(List.of("v2"), seal.ids());
        assertTrue(seal.problem().orElseThrow().endsWith("here only public ones may be."));
    }

    @Test
    void withoutAKeyThereIsNoStart() {
        Exception stopped =
                assertThrows(RuntimeException.class, () -> new SpokenPinSeal(Path.of("/nowhere/keys.json")));
        assertEquals(
                "The key file /nowhere/keys.json (foyer.pin-verification-keys-file) cannot be read.",
                stopped.getMessage());
    }

    private static Opened open(String sealed, String commandId) {
        EcKeySet keys = EcKeySet.pairs(PinVerificationKey.pair(), "test", Optional.empty());
        return new BoundSeal("foyer.pin.verification", () -> keys)
                .open(
                        sealed,
                        Map.of(
                                "tenant", "contoso.com",
                                "userId", "u-17",
                                "conferenceId", "4711007",
                                "callId", "call-1",
                                "commandId", commandId));
    }
}
