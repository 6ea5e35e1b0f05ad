package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.command.Interpreter;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects on their way: from a file, as they need no gateway. */
class PipelineTest {

    @TempDir
    Path folder;

    private final TestConsole console = new TestConsole();
    private Session session;

    @BeforeEach
    void people() throws IOException {
        Files.writeString(folder.resolve("people.csv"), """
                Identity,DisplayName,Number,Age
                amos@contoso.com,Amos Marble,+14255550100,41
                "mira@contoso.com","Keller, Mira",+390255550100,9
                tomas@contoso.com,Tomáš Novák,,100
                """);
        session = new Session(console, new Folder(folder.resolve("home")), Map.of());
    }

    private String shown(String rest) {
        ExitCode code = new Interpreter(session).run("Import-Csv '" + folder.resolve("people.csv") + "' | " + rest);
        assertEquals(ExitCode.DONE, code, console::said);
        return console.written();
    }

    private String refused(String rest) {
        assertEquals(
                ExitCode.USAGE,
                new Interpreter(session).run("Import-Csv '" + folder.resolve("people.csv") + "' | " + rest));
        return console.said();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ $_.Age -gt 9 }                                     | amos@contoso.com tomas@contoso.com",
                "{ $_.Age -ge 9 -and $_.Age -lt 41 }                  | mira@contoso.com",
                "{ $_.DisplayName -like '*keller*' }                  | mira@contoso.com",
                "{ $_.DisplayName -clike '*keller*' }                 | ''",
                "{ $_.DisplayName -match '^[at]o?m' }                   | amos@contoso.com tomas@contoso.com",
                "{ $_.Number -eq '+14255550100' -or -not $_.Number }  | amos@contoso.com tomas@contoso.com",
                "{ $_.Age -in 9, 100 }                                | mira@contoso.com tomas@contoso.com",
                "{ !$_.Number }                                       | tomas@contoso.com",
                "{ !($_.Age -gt 9) -or !$_.Number }                   | mira@contoso.com tomas@contoso.com",
                "Number                                               | amos@contoso.com mira@contoso.com",
                "DisplayName -eq 'tomáš novák'                        | tomas@contoso.com",
                "-Property Age -le -Value 9                           | mira@contoso.com"
            })
    void whereLetsThroughOfWhatTheConditionHolds(String condition, String expected) {
        String all = shown("Where-Object " + condition + " | Select-Object Identity -o csv");
        assertEquals(
                expected,
                all.lines()
                        .skip(1)
                        .map(line -> line.replace("\"", ""))
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
    }

    @Test
    void aPropertyThatNoObjectHasIsAMisprint() {
        String said = refused("? { $_.Nmber -eq 1 }");
        assertEquals(
                "These objects have no property Nmber; they have Identity, DisplayName, Number, Age.", said.strip());
    }

    @Test
    void fourPropertiesAreATable() {
        assertEquals("""

                Identity          DisplayName  Number        Age
                --------          -----------  ------        ---
                amos@contoso.com  Amos Marble  +14255550100  41
                mira@contoso.com  Keller, Mira +390255550100 9
                tomas@contoso.com Tomáš Novák                100

                """, shown("Select-Object *"));
    }

    @Test
    void aListHasOnePropertyALine() {
        assertEquals(
                "\nDisplayName : Amos Marble\nAge         : 41\n\n",
                shown("select -First 1 | Format-List displayname, AGE"));
    }

    @Test
    void jsonIsAnArrayAlsoOfOne() {
        assertEquals("[\n  {\n    \"Age\" : \"9\"\n  }\n]\n", shown("select -Skip 1 -First 1 Age | ConvertTo-Json"));
    }

    @Test
    void csvQuotesAndGuardsAgainstFormulas() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "A,B\n=1+1,\"x \"\"y\"\"\"\n+14255550100,\n");
        assertEquals("\"A\",\"B\"\n\"'=1+1\",\"x \"\"y\"\"\"\n\"+14255550100\",\"\"\n", shown("ConvertTo-Csv"));
    }

    @Test
    void exportedIsImportedTheSame() throws IOException {
        Path file = folder.resolve("out.csv");
        shown("Export-Csv " + file + " -NoTypeInformation");
        assertEquals("", console.written());
        assertEquals(4, Files.readAllLines(file).size());
        assertEquals(
                "\"mira@contoso.com\",\"Keller, Mira\",\"+390255550100\",\"9\"",
                Files.readAllLines(file).get(2));
        shown("? Age -eq 9 | Export-Csv " + file + " -Append");
        assertEquals(5, Files.readAllLines(file).size());
    }

    @Test
    void measureCountsAndSums() {
        assertEquals(
                "{\"Count\":3,\"Average\":50.0,\"Sum\":150.0,\"Maximum\":\"100\",\"Minimum\":\"9\",\"Property\":\"Age\"}",
                shown("Measure-Object Age -Sum -Average -Minimum -Maximum -o json")
                        .replaceAll("[\\[\\]\\s]", ""));
    }

    @Test
    void sortKnowsNumbers() {
        assertEquals("\"Age\"\n\"100\"\n\"41\"\n\"9\"\n", shown("Sort-Object Age -Descending | select Age -o csv"));
    }

    @Test
    void whatTakesObjectsCannotStandFirst() {
        assertEquals(ExitCode.USAGE, new Interpreter(session).run("Format-Table"));
        assertTrue(console.said().startsWith("Format-Table takes objects from a cmdlet before it"), console.said());
    }

    @Test
    void nothingIsSentWhenALaterCmdletIsWrong() {
        CtlException refused = assertThrows(
                CtlException.class,
                () -> new LineRunner(session).run("Get-CsOnlineDialInConferencingUser | Format-Tabel"));
        assertEquals("There is no cmdlet Format-Tabel; did you mean Format-Table?", refused.getMessage());
    }

    @Test
    void whoIsNotSignedInIsToldHow() {
        assertEquals(ExitCode.NOT_SIGNED_IN, new Interpreter(session).run("Get-CsOnlineDialInConferencingUser"));
        assertEquals(
                "You are not signed in; foyerctl login <address> signs you in.",
                console.said().strip());
    }

    @Test
    void oneComparisonIsMadeAndNotTheFirstOfTwo() {
        assertTrue(refused("Where-Object Age -gt -lt 9").contains("makes one comparison"));
        assertTrue(refused("Where-Object { $_.Age -gt 9 } -eq 9").contains("makes one comparison"));
    }

    @Test
    void thePartsOfAPropertyStandForTheObject() {
        assertEquals(
                List.of("\"Age\"", "\"41\"", "\"9\"", "\"100\""),
                shown("Select-Object -ExpandProperty Age -o csv").lines().toList());
    }

    @Test
    void aFileThatIsThereStaysWhereSomebodySaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("there.csv"), "mine");
        assertTrue(refused("Export-Csv '" + file + "' -NoClobber").contains("is there already"));
        assertEquals("mine", Files.readString(file));
        shown("Select-Object Age | Export-Csv '" + file + "'");
        assertEquals(4, Files.readAllLines(file).size());
    }
}
