package dev.foyer.local.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void environmentMovesSinglePorts() {
        Ports ports = Ports.of(Map.of("FOYER_PORT_SMTP_VIEW", "18025"));
        assertEquals(18025, ports.of(Endpoint.SMTP_VIEW));
        assertEquals(8080, ports.of(Endpoint.GATEWAY));
    }

    @Test
    void theManagementPortMovesWithItsServiceUnlessItIsMovedItself() {
        Ports ports = Ports.of(Map.of("FOYER_PORT_PIN", "18081", "FOYER_PORT_MEETING", "65000"));
        assertEquals(9080, ports.of(Endpoint.GATEWAY_MANAGEMENT));
        assertEquals(19081, ports.of(Endpoint.PIN_MANAGEMENT));
        assertEquals(9083, ports.of(Endpoint.MEETING_MANAGEMENT), "there is no port 66000");
        Ports own = Ports.of(Map.of("FOYER_PORT_PIN", "18081", "FOYER_PORT_PIN_MANAGEMENT", "7"));
        assertEquals(7, own.of(Endpoint.PIN_MANAGEMENT));
        assertEquals(19084, Ports.of(Map.of("FOYER_PORT_GATEWAY", "18080")).of(Endpoint.TENANTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "80a", "-1", "999999999999"})
    void whatIsNoPortIsNamed(String text) {
        CannotRun problem = assertThrows(CannotRun.class, () -> Ports.of(Map.of("FOYER_PORT_PIN", text)));
        assertTrue(problem.getMessage().startsWith("FOYER_PORT_PIN is \"" + text + "\""), problem.getMessage());
    }

    @Test
    @Tag("case-L13")
    void portsThatConnectionsMayTakeAreNamed(@TempDir Path folder) throws IOException {
        Path range = Files.writeString(folder.resolve("range"), "32768\t60999\n");
        Ports ports = Ports.of(Map.of("FOYER_PORT_PIN", "33001", "FOYER_PORT_PIN_MANAGEMENT", "9081"));
        String warning = ports.warning(EphemeralPorts.read(range)).orElseThrow();
        assertTrue(warning.contains("port 33001 (pin-service, FOYER_PORT_PIN); choose"), warning);
        assertEquals(Optional.empty(), Ports.of(Map.of()).warning(EphemeralPorts.read(range)));
        assertEquals(Optional.empty(), ports.warning(EphemeralPorts.read(folder.resolve("none"))));
    }

    @Test
    void noOutgoingConnectionTakesAFreeOneBeforeItsOwner() {
        EphemeralPorts outgoing = EphemeralPorts.ofThisMachine().orElse(new EphemeralPorts(0, 0));
        for (int port : Ports.free().numbers().values()) {
            assertTrue(!outgoing.has(port), () -> port + " is among " + outgoing);
        }
    }

    @Test
    void otherCommandsFindThem(@TempDir Path folder) {
        Home home = new Home(folder);
        home.create();
        assertEquals(Optional.empty(), Ports.read(home));
        Ports ports = Ports.free();
        ports.write(home);
        assertEquals(Optional.of(ports), Ports.read(home));
    }

    @Test
    void nearlyFullDiskIsRefused(@TempDir Path folder) {
        CannotRun problem = assertThrows(CannotRun.class, () -> new Home(folder).checkSpace(Long.MAX_VALUE));
        assertTrue(problem.getMessage().contains("MB are free where " + folder), problem.getMessage());
    }
}
