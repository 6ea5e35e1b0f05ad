package dev.foyer.ctl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.parser.Condition.And;
import dev.foyer.ctl.parser.Condition.Compare;
import dev.foyer.ctl.parser.Condition.Holds;
import dev.foyer.ctl.parser.Condition.Not;
import dev.foyer.ctl.parser.Condition.Operator;
import dev.foyer.ctl.parser.Condition.Or;
import dev.foyer.ctl.parser.Value.Bool;
import dev.foyer.ctl.parser.Value.Several;
import dev.foyer.ctl.parser.Value.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between the braces of Where-Object. */
class ConditionParserTest {

    @Test
    void andBindsMoreThanOr() {
        assertEquals(
                new Or(
                        new Holds("A"),
                        new And(
                                new Compare("B", Operator.EQ, new Text("x y")),
                                new Not(new Compare("C", Operator.LIKE, new Text("z*"))))),
                ConditionParser.parse("$_.A -or $_.B -eq 'x y' -and -not ($_.C -like z*)"));
    }

    @Test
    void theLongNameOfTheObjectAndConstantsAndListsAreUnderstood() {
        assertEquals(
                new And(
                        new Compare("A", Operator.IN, new Several(List.of(new Text("1"), new Text("2")))),
                        new Compare("B", Operator.CEQ, new Bool(true))),
                ConditionParser.parse("($PSItem.A -in 1, 2) -and $_.B -ceq $true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!$_.A", "! $_.A", "!($_.A)", "-not $_.A"})
    void aMarkIsNot(String script) {
        assertEquals(new Not(new Holds("A")), ConditionParser.parse(script));
        assertEquals(
                new And(new Not(new Not(new Holds("A"))), new Compare("B", Operator.EQ, new Text("!"))),
                ConditionParser.parse("!!$_.A -and $_.B -eq '!'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A -eq 1", "$_.A -eq", "$_.A -is 1", "($_.A", "$_.A -eq 1 2", "$_.A -and", "!", "'!'$_.A"})
    void anythingElseIsRefused(String script) {
        assertThrows(CtlException.class, () -> ConditionParser.parse(script));
    }
}
