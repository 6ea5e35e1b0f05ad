package dev.foyer.pin.domain.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.testing.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document says how strong PINs are; the code says whether that is still so. */
@Tag("A2")
class PinStrengthTest {

    /** All PINs up to this length are asked about; {@code -Dpins.exhaustive=8} also asks about 111 million PINs, in a minute. */
    private static final int EXHAUSTIVE = Integer.getInteger("pins.exhaustive", 6);

    static IntStream lengths() {
        return IntStream.rangeClosed(Pin.SHORTEST, EXHAUSTIVE);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void countingSaysWhatAskingAboutEveryPinSays(int length) {
        for (boolean phoneSafe : List.of(false, true)) {
            PinPolicy policy = new PinPolicy(length, phoneSafe);
            assertEquals(PinStrength.byAsking(policy), PinStrength.byCounting(policy), policy::toString);
        }
    }

    @Test
    void theTableInTheDocumentIsWhatTheCodeSays() throws IOException {
        List<String> written = Files.readAllLines(Topics.repository().resolve("docs/pin-strength.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        List<String> counted = IntStream.rangeClosed(Pin.SHORTEST, Pin.LONGEST)
                .mapToObj(PinStrength::row)
                .toList();
        assertEquals(counted, written);
    }
}
