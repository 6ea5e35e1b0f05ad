package dev.foyer.pin.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.testing.Reachable;
import dev.foyer.pin.domain.conferenceid.ConferenceId;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No PIN goes into snapshots, nor from instance to instance in clear. */
class PinWireSecretsTest {

    /** They lie in snapshots. */
    @Test
    @Tag("A6")
    void noStateCanCarryAPinSealedOrNot() {
        for (Class<?> state : List.of(User.class, ConferenceId.class, Tenant.class)) {
            Set<Class<?>> carried = Reachable.from(state);
            assertFalse(carried.contains(Pin.class), state::getName);
            assertFalse(carried.contains(SealedPin.class), state::getName);
        }
        assertTrue(
                Reachable.from(UserAnswer.class).containsAll(Set.of(Pin.class, SealedPin.class)), "it would be seen");
    }

    /** What a caller said is forwarded as it was sealed. */
    @Test
    @Tag("A6")
    void noCommandCanCarryAPinInClear() {
        assertFalse(Reachable.from(UserCommand.class).contains(Pin.class));
    }

    /** What cannot be read may be a PIN. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"@type\":\"VerifyPin\",\"spoken\":[\"48213\"]}", "48213", "{\"@type\":\"Guess48213\"}"})
    @Tag("A6")
    void whatCannotBeReadIsNotRepeated(String bytes) {
        WireFormat<UserCommand> commands = PinWire.USERS.commands();
        try {
            commands.read(bytes.getBytes(StandardCharsets.UTF_8));
            throw new AssertionError("read");
        } catch (IllegalArgumentException e) {
            assertEquals("Not a UserCommand of this version", e.getMessage());
            assertEquals(null, e.getCause());
        }
    }
}
