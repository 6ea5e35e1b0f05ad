package dev.foyer.gateway.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.accounts.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("G2")
class CallSourcesTest {

    private static final Account BRIDGE = new Account("bridge", "contoso.com", Set.of("bridge"), null);
    private static final Account OTHER = new Account("bridge", "fabrikam.com", Set.of("bridge"), null);

    private final CallSources sources = new CallSources();

    @BeforeEach
    void key(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "session-key-of-the-tests-0123456789");
        sources.config = () -> file;
    }

    @Test
    void aNumberIsOneHoweverItIsWritten() {
        CallSource one = sources.of(BRIDGE, "+390212345678");
        for (String same : List.of(
                "390212345678",
                "tel:+390212345678;ext=1",
                "00390212345678",
                "sip:+390212345678@b",
                "+39 02 1234-5678")) {
            assertEquals(one.id(), sources.of(BRIDGE, same).id(), same);
        }
        assertNotEquals(one.id(), sources.of(BRIDGE, "+390212345679").id());
        assertTrue(one.id().matches("number\\.[0-9a-f]{32}"));
        assertEquals("+390212345678", one.number());
    }

    /** Two tenants must not find out together who called both. */
    @Test
    void inAnotherTenantItIsAnother() {
        assertNotEquals(
                sources.of(BRIDGE, "+390212345678").id(),
                sources.of(OTHER, "+390212345678").id());
    }

    @Test
    void withoutADigitThereIsNoNumber() {
        for (String none : new String[] {null, "", " ", "anonymous", "sip:anonymous@invalid"}) {
            CallSource source = sources.of(BRIDGE, none);
            assertEquals("withheld.bridge", source.id());
            assertNull(source.number());
        }
    }

    @Test
    void whatIsNoNumberIsCountedAsItIs() {
        assertTrue(sources.of(BRIDGE, "sip:amos1@contoso.com").id().startsWith("number."));
        assertEquals(
                sources.of(BRIDGE, "sip:amos1@contoso.com").id(),
                sources.of(BRIDGE, "SIP:Amos1@Contoso.com ").id());
    }
}
