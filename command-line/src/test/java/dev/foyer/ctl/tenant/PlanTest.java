package dev.foyer.ctl.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.client.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says, against what is. */
class PlanTest {

    private static final JsonNode SETTINGS = Json.parse("""
            {"pinLength":5,"phoneSafePins":false,"automaticallySendEmailsToUsers":true,"emailSwitches":{"welcome":true,"pinReset":true},
             "serviceNumbers":[{"number":"+14255550100","type":"TOLL","city":"Seattle","country":"NO","languages":["en"]}],
             "defaultServiceNumber":"+14255550100","entryExitAnnouncements":"USE_NAMES"}""");
    private static final JsonNode WEBHOOKS = Json.parse("""
            {"items":[{"id":"w1","url":"https://a.example/","types":["x","y"],"status":"ACTIVE"},
                      {"id":"w2","url":"https://b.example/","types":["x"],"status":"PAUSED"}]}""");

    private static List<String> plan(String yaml, boolean prune) {
        return Plan.of(TenantFile.read("tenant: contoso.com\n" + yaml), SETTINGS, WEBHOOKS, prune).changes().stream()
                .map(Change::words)
                .toList();
    }

    @Test
    void whatIsExportedIsWhatIs() {
        String file = TenantFile.write("contoso.com", SETTINGS, WEBHOOKS);
        Plan plan = Plan.of(TenantFile.read(file), SETTINGS, WEBHOOKS, true);
        assertEquals(List.of(), plan.changes());
        assertTrue(file.contains("number: \"+14255550100\"") && file.contains("country: \"NO\""), file);
    }

    @Test
    void aLaterValueOfWhatWasNoneIsSeen() {
        String file = TenantFile.write("contoso.com", SETTINGS, WEBHOOKS);
        JsonNode later = Json.parse(SETTINGS.toString().replaceFirst("\\{", "{\"maximumLogonAttempts\":7,"));
        assertEquals(
                List.of("~ maximumLogonAttempts: 7 -> none"),
                Plan.of(TenantFile.read(file), later, WEBHOOKS, false).changes().stream()
                        .map(Change::words)
                        .toList());
    }

    @Test
    void differencesSayOldAndNew() {
        assertEquals(
                List.of(
                        "~ pinLength: 5 -> 6",
                        "~ emailSwitches: {\"welcome\":true,\"pinReset\":true} -> {\"welcome\":false}",
                        "~ organizationName: none -> \"Contoso\""),
                plan(
                        "policies: {pinLength: 6, phoneSafePins: false}\nsettings: {emailSwitches: {welcome: false}, organizationName: Contoso}",
                        false));
    }

    @Test
    void ofObjectsOnlyWhatIsNamedCountsAndOfListsTheOrder() {
        assertEquals(List.of(), plan("settings: {emailSwitches: {pinReset: true}}", false));
        assertEquals(
                List.of("~ serviceNumbers: " + SETTINGS.path("serviceNumbers") + " -> []"),
                plan("numbers: {serviceNumbers: []}", false));
    }

    /** Whoever writes what is in another way writes no difference (C4 and BCP 47). */
    @ParameterizedTest
    @Tag("C4")
    @ValueSource(
            strings = {
                "numbers: {defaultServiceNumber: 14255550100}",
                "numbers: {defaultServiceNumber: +14255550100}",
                "numbers: {defaultServiceNumber: 'tel:+14255550100'}",
                "numbers: {defaultServiceNumber: '+1 (425) 555-0100'}",
                "numbers: {serviceNumbers: [{number: 14255550100, type: TOLL, languages: [EN], city: ' Seattle '}]}",
                "numbers: {serviceNumbers: [{number: 14255550100, type: TOLL}]}",
                "settings: {defaultLanguage: de_de, organizationName: ' Contoso '}",
                "webhooks: [{url: 'https://a.example/', types: [x, y], description: ' '}]"
            })
    void theSameInOtherWordsIsNoDifference(String yaml) {
        JsonNode now = Json.parse(SETTINGS.toString()
                .replaceFirst("\\{", "{\"defaultLanguage\":\"de-DE\",\"organizationName\":\"Contoso\","));
        assertEquals(
                List.of(),
                Plan.of(TenantFile.read("tenant: contoso.com\n" + yaml), now, WEBHOOKS, false)
                        .changes());
    }

    /** The list is replaced as a whole, and what the file does not say stays all the same. */
    @Test
    void whatIsNotSaidOfANumberGoesAlongWithIt() {
        Change change = Plan.of(TenantFile.read("""
                                tenant: contoso.com
                                numbers: {serviceNumbers: [{number: 14255550100, type: TOLL, country: null}, {number: 390255550100, type: TOLL}]}
                                """), SETTINGS, WEBHOOKS, false)
                .changes()
                .getFirst();
        assertEquals("""
                [{"number":"+14255550100","type":"TOLL","city":"Seattle","country":null,"languages":["en"]},{"number":"+390255550100","type":"TOLL"}]""", Json.line(((Change.Setting) change).to()));
    }

    @Test
    void webhooksAreToldApartByTheirUrlAndNeverGoUnlessAsked() {
        String file =
                "webhooks: [{url: 'https://a.example/', types: [y, x], description: new}, {url: 'https://c.example/', types: [x]}]";
        List<String> changes = List.of(
                "~ webhook https://a.example/: description none -> \"new\"", "+ webhook https://c.example/ [\"x\"]");
        assertEquals(changes, plan(file, false));
        assertEquals(
                List.of("https://b.example/"),
                Plan.of(TenantFile.read("tenant: contoso.com\n" + file), SETTINGS, WEBHOOKS, false)
                        .unnamed());
        assertEquals("- webhook https://b.example/", plan(file, true).getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pinLength: 5                                              | \"pinLength\" is no section",
                "settings: {pinLength: 5}                                  | settings has no \"pinLength\"; it belongs to policies",
                "settings: {pinLenght: 5}                                  | settings has no \"pinLenght\"; foyerctl tenant schema",
                "settings: [a]                                             | settings holds names",
                "webhooks: [{url: x}]                                      | each webhook has a url and a list of types",
                "webhooks: [{url: x, types: []}, {url: x, types: [a]}]     | two webhooks have the url x",
                "webhooks: [{url: x, types: [], secret: y}]                | no \"secret\"",
                "settings: {                                               | line ",
                "policies: {pinLength: null}                               | pinLength cannot be null; leave it out",
                "settings: {defaultLanguage: null}                         | defaultLanguage cannot be null; leave it out",
                "tenant: fabrikam.com                                      | Duplicate field"
            })
    void whatIsNoTenantsFileIsRefused(String yaml, String words) {
        CtlException refused = assertThrows(CtlException.class, () -> TenantFile.read("tenant: contoso.com\n" + yaml));
        assertTrue(refused.getMessage().contains(words), refused::getMessage);
    }

    @Test
    void theSchemaHasEverySettingOfTheApi() throws Exception {
        JsonNode api = Json.parse(Files.readString(Path.of("../docs/openapi.json")));
        Set<String> settings = new TreeSet<>();
        api.at("/components/schemas/Settings/properties").fieldNames().forEachRemaining(settings::add);
        Set<String> inFile = Sections.read().names().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(settings, inFile);
    }
}
