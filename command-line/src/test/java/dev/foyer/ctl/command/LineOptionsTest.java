package dev.foyer.ctl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.session.Options;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every line may have, wherever it stands. */
class LineOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--reason 'INC0012345 lost phone' user lock amos",
                "user lock --reason \"INC0012345 lost phone\" amos"
            })
    @Tag("G3")
    void aReasonIsOneOfThem(String line) {
        LineOptions read = LineOptions.of(line, Options.NONE);
        assertEquals(Optional.of("INC0012345 lost phone"), read.options().reason());
        assertEquals("user lock amos", read.line().replaceAll(" +", " "));
    }

    /** Such a letter would arrive as a question mark. */
    @Test
    @Tag("G3")
    void aReasonThatWouldArriveOtherwiseIsNotSent() {
        assertThrows(CtlException.class, () -> LineOptions.of("user lock amos --reason Zoë", Options.NONE));
        assertThrows(CtlException.class, () -> LineOptions.of("user lock amos --reason ''", Options.NONE));
        assertThrows(CtlException.class, () -> LineOptions.of("user lock amos --reason", Options.NONE));
    }
}
