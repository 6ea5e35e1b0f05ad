package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Address;
import dev.foyer.ctl.session.Options;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed and means an address, a time or an option. */
class LoginCommandTest {

    @ParameterizedTest
    @CsvSource({
        "https://foyer.contoso.com/admin/, https://foyer.contoso.com",
        "foyer.contoso.com, https://foyer.contoso.com",
        "http://localhost:8080/, http://localhost:8080",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "HTTP://LOCALHOST:8080, http://LOCALHOST:8080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void addressesAreOfTheGatewayAlone(String typed, String url) {
        assertEquals(url, Address.ofGateway(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://foyer.contoso.com",
                "http://127.0.0.1.contoso.com",
                "http://localhost@foyer.contoso.com",
                "ftp://x",
                "https://admin:secret@foyer.contoso.com",
                "https://",
                "a b"
            })
    void passwordsGoNowhereElse(String typed) {
        CtlException refused = assertThrows(CtlException.class, () -> Address.ofGateway(typed));
        assertFalse(refused.getMessage().contains("secret"), refused::getMessage);
    }

    @Test
    void timesMayBeAgo() {
        Instant ago = Instant.parse(AuditCommand.time("1d"));
        Duration since = Duration.between(ago, Instant.now());
        assertTrue(since.compareTo(Duration.ofHours(24)) >= 0 && since.compareTo(Duration.ofHours(25)) < 0);
        assertEquals("2026-11-27T08:00:00Z", AuditCommand.time("2026-11-27T08:00:00Z"));
        assertThrows(CtlException.class, () -> AuditCommand.time("yesterday"));
    }

    @Test
    void optionsStandAnywhereInALine() {
        LineOptions cut = LineOptions.of("Get-X -o json -Identity 'a -o b' --profile test | Y --verbose", Options.NONE);
        assertEquals("Get-X  -Identity 'a -o b'  | Y", cut.line());
        assertEquals(Options.Format.JSON, cut.options().format());
        assertEquals("test", cut.options().profile().orElseThrow());
        assertTrue(cut.options().verbose());
        assertThrows(CtlException.class, () -> LineOptions.of("Get-X -o xml", Options.NONE));
        assertThrows(CtlException.class, () -> LineOptions.of("Get-X --profile", Options.NONE));
    }
}
