package dev.foyer.ctl.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.command.Root;
import dev.foyer.ctl.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may come next. */
class CompletionsTest {

    private final Completions completions = new Completions(
            new Root(new Session(new TestConsole(), new Folder(Path.of("unused")), Map.of())).commands());

    private List<String> of(String begun) {
        return completions.of(begun).stream().map(Completions.Completion::value).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get-csclient                                                          | Get-CsClientPinInfo",
                "held                                                                  | held",
                "'user re'                                                             | reset",
                "'user reset amos --send-'                                             | --send-to",
                "Set-CsOnlineDialInConferencingUser -resetl                            | -ResetLeaderPin",
                "Set-CsOnlineDialInConferencingUser amos -Confirm:$f                   | $false",
                "Set-CsOnlineDialInConferencingTenantSettings -EntryExitAnnouncementsType u | UseNames",
                "Get-CsOnlineDialInConferencingUser ! sort-                            | Sort-Object",
                "Get-CsOnlineDialInConferencingUser ! Select-Object leader             | LeaderPin",
                "Get-CsOnlineDialInConferencingUser ! ? {$_.TollF                      | {$_.TollFreeServiceNumber"
            })
    void theOnlyWayToGoOn(String begun, String expected) {
        assertEquals(List.of(expected), of(begun.replace('!', '|')));
    }

    @Test
    void whatIsGivenOrHasNoMeaningIsNotOffered() {
        List<String> all = of("Set-CsOnlineDialInConferencingUser amos -SendEmail ");
        assertTrue(all.contains("-SendEmailToAddress"), all::toString);
        assertFalse(all.contains("-SendEmail") || all.contains("-BridgeId"), all::toString);
    }

    @Test
    void shortCommandsStandFirstOnly() {
        assertFalse(of("Get-CsOnlineDialInConferencingUser | ").contains("user"));
    }
}
