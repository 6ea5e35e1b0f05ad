package dev.foyer.ctl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.parser.Argument.Named;
import dev.foyer.ctl.parser.Argument.Plain;
import dev.foyer.ctl.parser.Value.Bool;
import dev.foyer.ctl.parser.Value.Null;
import dev.foyer.ctl.parser.Value.Script;
import dev.foyer.ctl.parser.Value.Several;
import dev.foyer.ctl.parser.Value.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as PowerShell reads them. */
class LinesTest {

    private static Invocation one(String line) {
        List<List<Invocation>> pipelines = Lines.parse(line);
        assertEquals(1, pipelines.size());
        assertEquals(1, pipelines.getFirst().size());
        return pipelines.getFirst().getFirst();
    }

    private static List<Argument> arguments(String line) {
        return one("X " + line).arguments();
    }

    @Test
    void theArticlesFirstLineIsANameAParameterWithItsValueAndASwitch() {
        Invocation line = one("Set-CsOnlineDialInConferencingUser -id amos.marble@contoso.com -ResetLeaderPIN");
        assertEquals("Set-CsOnlineDialInConferencingUser", line.name());
        assertEquals(
                List.of(
                        new Named("id", false),
                        new Plain(new Text("amos.marble@contoso.com")),
                        new Named("ResetLeaderPIN", false)),
                line.arguments());
    }

    @Test
    void theArticlesSecondLineHasAUserForAParameter() {
        assertEquals(
                new Named("amos.marble", false),
                arguments("-amos.marble -ResetLeaderPIN").getFirst());
    }

    @Test
    void singleQuotesKeepAllAndAreOneWhenDoubled() {
        assertEquals(List.of(new Plain(new Text("O'Brien $x `n"))), arguments("'O''Brien $x `n'"));
    }

    @Test
    void doubleQuotesKnowTheBacktick() {
        assertEquals(List.of(new Plain(new Text("a \"b\" c \"d\""))), arguments("\"a `\"b`\" c \"\"d\"\"\""));
    }

    @Test
    void quotesAndDashesOfDocumentsAreUnderstood() {
        assertEquals(
                List.of(new Named("SendEmailToAddress", false), new Plain(new Text("u@hotmail.com"))),
                arguments("–SendEmailToAddress “u@hotmail.com”"));
    }

    @Test
    void aColonGivesASwitchItsValue() {
        assertEquals(List.of(new Named("Confirm", true), new Plain(new Bool(false))), arguments("-Confirm:$false"));
    }

    @Test
    void theConstantsAreNoTextsUnlessTheyAreQuoted() {
        assertEquals(
                List.of(new Plain(new Null()), new Plain(new Bool(true)), new Plain(new Text("$true"))),
                arguments("$NULL $True '$true'"));
    }

    @Test
    void commasMakeAListWithOrWithoutSpaces() {
        Value expected = new Several(List.of(new Text("en-us"), new Text("ja-jp"), new Text("en-gb")));
        assertEquals(List.of(new Plain(expected)), arguments("en-us, ja-jp,en-gb"));
    }

    @Test
    void bracesAreTakenAsTheyAre() {
        assertEquals(
                List.of(new Plain(new Script("$_.A -eq '}' -and { x }"))), arguments("{ $_.A -eq '}' -and { x } }"));
    }

    @Test
    void pipesAndSemicolonsDivide() {
        List<List<Invocation>> all = Lines.parse("A | B -c 'x|y' ; D # and this is nothing");
        assertEquals(2, all.size());
        assertEquals(
                List.of("A", "B"), all.getFirst().stream().map(Invocation::name).toList());
        assertEquals("D", all.getLast().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X 'a", "X \"a", "X { a", "X a }", "X |", "| X", "X a,", "X , a", "X -n a, -b", "-X", "X $y"})
    void whatIsNotWholeIsRefusedInOneSentence(String line) {
        CtlException refused = assertThrows(CtlException.class, () -> Lines.parse(line));
        assertEquals(ExitCode.USAGE, refused.code());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void whatAShellHasSplitIsTheSameLineAgain() {
        List<String> words =
                List.of("Set-X", "-Identity", "Amos O'Brien", "-Confirm:$false", "", "a|b", "{ $_.A }", "|", "Y");
        List<Invocation> again = Lines.parse(Lines.line(words)).getFirst();
        assertEquals(2, again.size());
        assertEquals(
                new Plain(new Text("Amos O'Brien")),
                again.getFirst().arguments().get(1));
        assertTrue(again.getFirst().arguments().contains(new Plain(new Text("a|b"))));
        assertTrue(again.getFirst().arguments().contains(new Plain(new Text(""))));
        assertTrue(again.getFirst().arguments().contains(new Plain(new Script("$_.A"))));
    }

    @Test
    void plainWordsKeepTheirHyphensAndCommas() {
        assertEquals(
                List.of("user", "reset", "amos", "--send-to", "u@hotmail.com", "-f", "a,b", "--x=y z"),
                Words.of("user reset amos --send-to u@hotmail.com -f a,b '--x=y z'"));
    }
}
