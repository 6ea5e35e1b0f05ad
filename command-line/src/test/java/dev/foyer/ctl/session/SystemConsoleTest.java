package dev.foyer.ctl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours and bars are for terminals, which the launching script tells apart. */
class SystemConsoleTest {

    private static SystemConsole console(String out, String err, String noColor) {
        Map<String, String> environment =
                new HashMap<>(Map.of("FOYERCTL_OUT_IS_TERMINAL", out, "FOYERCTL_ERR_IS_TERMINAL", err));
        if (noColor != null) {
            environment.put("NO_COLOR", noColor);
        }
        return new SystemConsole(environment);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, , true, true", "0, 1, , false, true", "1, 0, , true, false", "1, 1, 1, false, true"})
    void eachStreamIsLookedAt(String out, String err, String noColor, boolean colours, boolean interactive) {
        SystemConsole console = console(out, err, noColor);
        assertEquals(colours, console.colours());
        assertEquals(interactive, console.interactive());
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "0, 120", "many, 120", "'', 120"})
    void theWidthIsTheTerminalsWhereItKnows(String said, int width) {
        assertEquals(width, new SystemConsole(Map.of("COLUMNS", said)).width());
    }
}
