package dev.foyer.ctl.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.command.Root;
import dev.foyer.ctl.help.Completions;
import dev.foyer.ctl.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line while it is typed: its colours, and what Tab offers. */
class TypedLineTest {

    private static final String LINE = "Get-CsClientPinInfo -Identity 'amos' | ? { $_.IsPinSet } | Get-Nothing";

    private static AttributedString coloured(String line) {
        return new Highlighting().highlight(null, line);
    }

    @Test
    void cmdletsParametersTextsAndScriptsLookDifferent() {
        AttributedString shown = coloured(LINE);
        List<String> parts = List.of("Get-CsClientPinInfo", "-Identity", "'amos'", "{ $_.IsPinSet }");
        assertEquals(
                parts.size(),
                parts.stream()
                        .map(part -> shown.styleAt(LINE.indexOf(part)))
                        .distinct()
                        .count());
        assertEquals(shown.styleAt(0), shown.styleAt(LINE.indexOf("?")), "an alias is a cmdlet, too");
        assertNotEquals(shown.styleAt(0), shown.styleAt(LINE.indexOf("Get-Nothing")), "and this is none");
    }

    /** Whatever is typed stays as it is, also what cannot be read yet. */
    @ParameterizedTest
    @ValueSource(strings = {LINE, "", "Get-X 'not closed", "{", "a | | b", "`"})
    void nothingButTheColourChanges(String line) {
        assertEquals(line, coloured(line).toString());
    }

    private static List<String> offered(String line) {
        Completions completions = new Completions(
                new Root(new Session(new TestConsole(), new Folder(Path.of("unused")), Map.of())).commands());
        List<Candidate> candidates = new ArrayList<>();
        new TypedCompleter(completions)
                .complete(null, new WholeLine().parse(line, line.length(), ParseContext.COMPLETE), candidates);
        return candidates.stream().map(Candidate::value).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "user res ! reset",
                "Set-CsOnlineDialInConferencingUser -ResetL ! -ResetLeaderPin",
                "Get-CsClientPinInfo | Sort- ! Sort-Object",
                "Get-CsClientPinInfo | ? {$_.IsP ! {$_.IsPinSet"
            })
    void tabOffersTheOnlyWayToGoOn(String line, String value) {
        assertEquals(List.of(value), offered(line));
    }

    /** What Tab replaces is the word before the cursor, and nothing of the line behind it. */
    @ParameterizedTest
    @CsvSource({"Get-X -Id, 9, -Id", "Get-X -Id amos, 9, -Id", "a|b, 3, b", "'a, b', 4, b", "Get-X , 6, ''"})
    void aWordEndsAtTheCursor(String line, int cursor, String word) {
        String typed = line.equals("Get-X") ? "Get-X " : line;
        assertEquals(
                word,
                new WholeLine().parse(typed, cursor, ParseContext.COMPLETE).word());
    }
}
