package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the links in mails may lead. */
@Tag("D7")
class GatewayAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://foyer.contoso.com",
                "https://foyer.contoso.com/",
                "https://foyer.contoso.com:8443",
                "http://127.0.0.1:8080",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void gatewaysAre(String url) {
        assertEquals(URI.create(url), GatewayAddress.of(Optional.of(url), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foyer.contoso.com",
                "http://foyer.contoso.com",
                "ftp://foyer.contoso.com",
                "https://",
                "https:///pin",
                "https://foyer.contoso.com/foyer",
                "https://foyer.contoso.com?x=1",
                "https://foyer.contoso.com#x",
                "https://admin@foyer.contoso.com",
                "https://foyer contoso.com",
                "mailto:admin@contoso.com"
            })
    void nobodyIsLedTo(String url) {
        var refused = assertThrows(IllegalArgumentException.class, () -> GatewayAddress.of(Optional.of(url), true));
        assertTrue(refused.getMessage().startsWith("foyer.public-url must be"));
    }

    @Test
    void withoutOneItIsBesideUsIfOnlyThisMachineCanCallUs() {
        assertEquals(GatewayAddress.LOCAL, GatewayAddress.of(Optional.empty(), true));
        assertThrows(IllegalArgumentException.class, () -> GatewayAddress.of(Optional.empty(), false));
    }
}
