package dev.foyer.gateway.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody copies from /docs means in a shell what it says. */
@Tag("F")
class ShellTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Dara O'Neill", "''", "'; echo 'gone", "$(id) `id` \"x\" \\", "zwei\nZeilen"})
    void aShellReadsTheTextItself(String text) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + Shell.quoted(text))
                .redirectErrorStream(true)
                .start();
        assertEquals(text, new String(shell.getInputStream().readAllBytes(), UTF_8));
    }
}
