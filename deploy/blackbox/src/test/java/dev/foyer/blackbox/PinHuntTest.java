package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The leak test is worth as much as what it would find. */
class PinHuntTest {

    private static final String PIN = "730185526194";

    private final PinHunt hunt = new PinHunt(List.of("118226530947", PIN));

    @Test
    void findsDigitsHoweverTheyAreSetApart() {
        for (String hidden :
                List.of(PIN, "730-185-526-194", "7 3 0 1 8 5 5 2 6 1 9 4", "73.01.85.52.61.94", "99" + PIN + "1")) {
            assertEquals(Set.of("digits"), hunt.in(("{\"pin\":\"" + hidden + "\"}").getBytes(US_ASCII)), hidden);
        }
        assertEquals(Set.of("digits"), hunt.in(PIN.getBytes(UTF_16LE)));
    }

    @Test
    void findsWhatCanBeLookedUp() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(PIN.getBytes(US_ASCII));
        Set<String> encoded = Set.of("encoded or digested");
        assertEquals(encoded, hunt.in(around(digest)));
        assertEquals(encoded, hunt.in(around(HexFormat.of().formatHex(digest).getBytes(US_ASCII))));
        assertEquals(encoded, hunt.in(around(Base64.getEncoder().encode(digest))));
        assertEquals(encoded, hunt.in(around(Base64.getEncoder().encode(PIN.getBytes(US_ASCII)))));
    }

    @Test
    void isNotMisledByWhatIsNear() {
        assertEquals(Set.of(), hunt.in("730185526195 73018552619 3730185526 730185 x 526194".getBytes(US_ASCII)));
        assertEquals(Set.of(), hunt.in(new byte[1000]));
    }

    private static byte[] around(byte[] bytes) {
        byte[] longer = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, longer, 7, bytes.length);
        return longer;
    }
}
