package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.parser.Invocation;
import dev.foyer.ctl.parser.Lines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two parameters of the reference are one setting of ours. */
class AnnouncementsTest {

    private static final String SET = "Set-CsOnlineDialInConferencingTenantSettings ";
    private static final String ON_OFF = "EnableEntryExitNotifications";

    private static String become(String typed, String now) {
        Invocation line =
                Lines.parse(SET + (typed == null ? "" : typed)).getFirst().getFirst();
        Bound bound = Binder.bind(CmdletTable.find(line.name(), _ -> {}), line, _ -> {});
        return Settings.announcements(bound, ON_OFF, Json.parse("{\"entryExitAnnouncements\":\"" + now + "\"}"))
                .orElse("unsaid");
    }

    @ParameterizedTest
    @CsvSource({
        ", TONE_ONLY, unsaid",
        "-EnableEntryExitNotifications $false, TONE_ONLY, OFF",
        "-EnableEntryExitNotifications $true, TONE_ONLY, unsaid",
        "-EnableEntryExitNotifications $true, OFF, USE_NAMES",
        "-EntryExitAnnouncementsType ToneOnly, USE_NAMES, TONE_ONLY",
        "-EntryExitAnnouncementsType UseNames, TONE_ONLY, USE_NAMES",
        "-EnableEntryExitNotifications $true -EntryExitAnnouncementsType ToneOnly, OFF, TONE_ONLY"
    })
    void theyBecomeOne(String typed, String now, String then) {
        assertEquals(then, become(typed, now));
    }

    @ParameterizedTest
    @CsvSource({
        "-EnableEntryExitNotifications $false -EntryExitAnnouncementsType ToneOnly, USE_NAMES, has no effect while",
        "-EntryExitAnnouncementsType ToneOnly, OFF, Announcements are off"
    })
    void whatWouldHaveNoEffectIsRefused(String typed, String now, String words) {
        String said = assertThrows(CtlException.class, () -> become(typed, now)).getMessage();
        assertEquals(true, said.contains(words), said);
    }
}
