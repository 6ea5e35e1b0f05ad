package dev.foyer.ctl.cmdlets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.TestConsole;
import dev.foyer.ctl.client.Folder;
import dev.foyer.ctl.client.StubServer;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an administrator calls a user, in the forms of the reference. */
class DirectoryTest {

    private static final String AMOS = user("amos.marble", "Amos Marble");
    private static final String NOBODY =
            "{\"type\":\"/problems/user-not-found\",\"title\":\"No\",\"detail\":\"None.\"}";

    @TempDir
    Path home;

    private StubServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new StubServer();
    }

    @AfterEach
    void shut() {
        gateway.close();
    }

    private static String user(String id, String name) {
        return "{\"userId\":\"%1$s\",\"userPrincipalName\":\"%1$s@contoso.com\",\"displayName\":\"%2$s\"}"
                .formatted(id, name);
    }

    private static String found(String... users) {
        return "{\"items\":[" + String.join(",", users) + "]}";
    }

    private String userOf(String identity) {
        Session session = new Session(
                new TestConsole(),
                new Folder(home),
                Map.of("FOYER_URL", gateway.url().toString(), "FOYER_TOKEN", "t"));
        session.begin(Options.NONE);
        return new Directory(session.gateway()).user(identity).path("userId").asText();
    }

    private List<String> asked() {
        return gateway.asked().stream().map(StubServer.Asked::path).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "amos.marble, amos.marble",
        "amos.marble@contoso.com, amos.marble%40contoso.com",
        "sip:amos.marble@contoso.com, amos.marble%40contoso.com",
        "SIP:amos.marble@contoso.com, amos.marble%40contoso.com",
        "' amos.marble ', amos.marble"
    })
    void anAddressOrAnIdIsAskedFor(String identity, String asked) {
        gateway.says(200, AMOS);
        assertEquals("amos.marble", userOf(identity));
        assertEquals(List.of("/api/v1/users/" + asked), asked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amos marble                                 | Amos Marble",
                "CN=Amos Marble,OU=Staff,DC=contoso,DC=com   | Amos Marble",
                "cn=Marble\\, Amos,OU=Staff,DC=contoso       | Marble, Amos"
            })
    void aNameIsLookedFor(String identity, String name) {
        gateway.says(200, found(user("amos.marbles", "Amos Marbles"), user("amos.marble", name)));
        assertEquals("amos.marble", userOf(identity), "and not who is only called alike");
        assertEquals(1, asked().size());
    }

    @Test
    void whatIsNoIdIsLookedForAsAName() {
        gateway.says(404, NOBODY).says(200, found(AMOS));
        assertEquals("amos.marble", userOf("amos.marble"));
        assertEquals("/api/v1/users?limit=200&q=amos.marble", asked().getLast());
    }

    /** The id of another may read like it, and so may what another is called. */
    @Test
    @Tag("case-R1")
    void aLogonIsThePartBeforeTheAtAndNothingElse() {
        String eve = user("eve", "amos").replace("\"userId\":\"eve\"", "\"userId\":\"amos\"");
        String amos = user("amos", "Amos Marble").replace("\"userId\":\"amos\"", "\"userId\":\"u-1\"");
        gateway.says(200, found(eve, amos));
        assertEquals("u-1", userOf("contoso\\amos"));
        assertEquals(List.of("/api/v1/users?limit=200&q=amos"), asked());
    }

    @Test
    void severalOfOneNameAreNamed() {
        gateway.says(200, found(AMOS, user("amos.second", "Amos Marble")));
        CtlException several = assertThrows(CtlException.class, () -> userOf("Amos Marble"));
        assertEquals(
                "\"Amos Marble\" is several users: amos.marble@contoso.com, amos.second@contoso.com; say which one.",
                several.getMessage());
    }

    /** Who may not look is not told that there is nobody. */
    @Test
    void whatIsRefusedOtherwiseIsSaid() {
        gateway.says(403, "{\"title\":\"No rights\",\"detail\":\"Ask.\"}");
        assertEquals(
                ExitCode.NO_RIGHTS,
                assertThrows(CtlException.class, () -> userOf("amos")).code());
        assertEquals(1, asked().size());
    }
}
