package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.parser.Invocation;
import dev.foyer.ctl.parser.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which argument belongs to which parameter. */
class BinderTest {

    private final List<String> warnings = new ArrayList<>();

    private Bound bound(String line) {
        Invocation invocation = Lines.parse(line).getFirst().getFirst();
        return Binder.bind(CmdletTable.find(invocation.name(), warnings::add), invocation, warnings::add);
    }

    private String refused(String line) {
        CtlException refused = assertThrows(CtlException.class, () -> bound(line));
        assertEquals(ExitCode.USAGE, refused.code());
        return refused.getMessage();
    }

    @Test
    void theArticlesFirstLineWorksAsItPrintsIt() {
        Bound bound = bound("Set-CsOnlineDialInConferencingUser -id amos.marble@contoso.com -ResetLeaderPIN");
        assertEquals("amos.marble@contoso.com", bound.text("Identity").orElseThrow());
        assertTrue(bound.is("ResetLeaderPin"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void theArticlesSecondLineIsUnderstoodWithTheRightForm() {
        Bound bound = bound(
                "Set-CsOnlineDialInConferencingUser -amos.marble -ResetLeaderPIN -SendEmail -SendEmailToAddress \"u@hotmail.com\"");
        assertEquals("amos.marble", bound.text("Identity").orElseThrow());
        assertTrue(bound.is("ResetLeaderPin") && bound.is("SendEmail"));
        assertEquals("u@hotmail.com", bound.text("SendEmailToAddress").orElseThrow());
        assertEquals(
                "-amos.marble is no parameter and was taken for the user; the right form is: Set-CsOnlineDialInConferencingUser"
                        + " -Identity amos.marble -ResetLeaderPIN -SendEmail -SendEmailToAddress \"u@hotmail.com\"",
                warnings.getFirst());
    }

    @Test
    void theArticlesMisprintOfACmdletIsUnderstoodWithAHint() {
        assertEquals(
                "Get-CsOnlineDialInConferencingUser",
                CmdletTable.find("Get-CsCsOnlineDialInConfencingUser", warnings::add)
                        .name());
        assertTrue(warnings.getFirst().contains("misprint of Get-CsOnlineDialInConferencingUser"), warnings::toString);
    }

    @Test
    void aMisprintOfWhatChangesSomethingIsNotGuessed() {
        String sentence = refused("Set-CsCsOnlineDialInConfencingUser amos -ResetLeaderPin");
        assertTrue(sentence.contains("did you mean Set-CsOnlineDialInConferencingUser?"), sentence);
    }

    @Test
    void aNameOfItsOwnIsNotAmbiguousThoughOthersBeginSo() {
        assertTrue(bound("Set-CsOnlineDialInConferencingUser amos -ResetLeaderPin -SendEmail")
                .is("SendEmail"));
    }

    @Test
    void anAmbiguousBeginningNamesWhatBeginsSo() {
        assertEquals(
                "-Send is ambiguous: -SendEmail, -SendEmailToAddress, -SendEmailFromAddress, -SendEmailFromDisplayName begin so.",
                refused("Set-CsOnlineDialInConferencingUser amos -Send"));
    }

    @Test
    void aWrongParameterNamesTheNearestOne() {
        String sentence = refused("Set-CsOnlineDialInConferencingUser amos -ResetLeadrPin");
        assertTrue(sentence.contains("has no parameter -ResetLeadrPin (did you mean -ResetLeaderPin?)"), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amos -wi                         | WhatIf  | true",
                "amos -wi:$false                  | WhatIf  | false",
                "amos -Confirm:$false             | Confirm | false",
                "amos -cf                         | Confirm | true",
                "-AllowPstnOnlyMeetings $true a   | AllowPstnOnlyMeetings | true",
                "-AllowPstnOnlyMeetings false a   | AllowPstnOnlyMeetings | false"
            })
    void switchesAndTruth(String arguments, String parameter, boolean is) {
        Bound bound = bound("Set-CsOnlineDialInConferencingUser " + arguments);
        assertTrue(bound.has(parameter));
        assertEquals(is, bound.is(parameter));
    }

    @Test
    void aliasesOfParametersAreTheirOtherNames() {
        assertEquals(
                "1234567",
                bound("Set-CsOnlineDialInConferencingUser amos -Passcode 1234567")
                        .text("ConferenceId")
                        .orElseThrow());
    }

    @Test
    void nullIsGivenAndNoText() {
        Bound bound = bound("Set-CsOnlineDialInConferencingUser amos -TollFree $null");
        assertTrue(bound.isNull("TollFreeServiceNumber"));
        assertFalse(bound.text("TollFreeServiceNumber").isPresent());
    }

    @Test
    void whatHasNoMeaningSaysSo() {
        assertTrue(refused("Set-CsClientPin amos -Pin 1234")
                .startsWith("-Pin has no meaning here: PINs are always made by Foyer"));
    }

    @Test
    void whatMakesNoDifferenceIsDoneWithAWarning() {
        bound("Get-CsOnlineDialInConferencingUser -DC dc1.contoso.com");
        assertEquals(List.of("-DomainController makes no difference: There are no domain controllers here."), warnings);
    }

    /** They stand in almost each script, and make no line ambiguous. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Set-CsClientPin amos -ErrorAction SilentlyContinue | -ErrorAction makes no difference: who is refused is named",
                "Set-CsClientPin amos -EA 0                         | -ErrorAction makes no difference",
                "Set-CsClientPin amos -WarningA Stop                | -WarningAction makes no difference",
                "Get-CsClientPinInfo -Debug                         | -Debug makes no difference",
                "Select-Object -First 1 -OutVariable a              | -OutVariable makes no difference: there are no variables",
                "Where-Object A -eq 1 -ov a                         | -OutVariable makes no difference"
            })
    void whatPowerShellHasEverywhereIsPassedOverWithAWarning(String line, String warning) {
        bound(line);
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.getFirst().startsWith(warning), warnings::toString);
    }

    @Test
    void verboseIsOneOfThemAndTheCmdletsOwnComeFirst() {
        assertTrue(bound("Get-CsClientPinInfo -Verb").is("Verbose"));
        assertTrue(bound("Set-CsOnlineDialInConferencingBridge -De 14255550100").has("DefaultServiceNumber"));
        assertTrue(refused("Get-CsClientPinInfo -E x").contains("-E is ambiguous: -ErrorAction, -ErrorVariable"));
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Set-CsOnlineDialInConferencingUser a b                            | does not know what \"b\" belongs to",
                "Set-CsOnlineDialInConferencingUser a -id b                        | does not know what \"a\" belongs to",
                "Set-CsOnlineDialInConferencingUser -id a -id b                    | -Identity is given twice",
                "Set-CsOnlineDialInConferencingUser -id                            | -Identity needs a value",
                "Set-CsOnlineDialInConferencingUser -id a, b                       | -Identity takes one value",
                "Set-CsOnlineDialInConferencingUser a -ResetLeaderPin:maybe        | -ResetLeaderPin takes $true or $false",
                "Set-CsOnlineDialInConferencingTenantSettings -Mask All            | -MaskPstnNumbersType takes MaskedForExternalUsers, MaskedForAllUsers, NoMasking",
                "Get-Nothing                                                       | There is no cmdlet Get-Nothing"
            })
    void whatDoesNotFitIsRefused(String line, String words) {
        String sentence = refused(line);
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        Bound bound = bound("Get-CsOnlineDialInConferencingUser -ResultSize many");
        CtlException refused = assertThrows(CtlException.class, () -> bound.number("ResultSize"));
        assertEquals("-ResultSize takes a number, and \"many\" is none.", refused.getMessage());
    }
}
