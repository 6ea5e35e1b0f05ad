package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From the fields of a form to what the API is asked for. */
class SettingFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anEmptyFieldIsTheDefault() {
        assertNull(SettingForm.value(new SettingKind.Whole(1, 99, true), form("value", " ")));
        assertNull(SettingForm.value(new SettingKind.Line("text"), form("value", "")));
        assertNull(SettingForm.value(new SettingKind.Flag(), form("value", "true", "standard", "true")));
    }

    @Test
    void whatIsNoNumberIsLeftToTheServiceToRefuse() {
        assertEquals(
                "\"five\"",
                SettingForm.value(new SettingKind.Whole(4, 12, false), form("value", "five"))
                        .toString());
        assertEquals(
                "5",
                SettingForm.value(new SettingKind.Whole(4, 12, false), form("value", "5"))
                        .toString());
    }

    @Test
    void switchesThatAreNotSentAreOff() throws IOException {
        JsonNode all = SettingForm.value(
                new SettingKind.Switches(List.of("welcome", "pinReset", "turnedOff")),
                form("value", "welcome", "value", "turnedOff"));
        assertEquals(JSON.readTree("{\"welcome\":true,\"pinReset\":false,\"turnedOff\":true}"), all);
    }

    @Test
    void aLineWithoutANumberIsLeftOutAndTheOthersKeepTheirPlaces() throws IOException {
        JsonNode numbers = SettingForm.value(
                new SettingKind.Numbers(),
                form(
                        "number",
                        "",
                        "type",
                        "TOLL",
                        "city",
                        "Nowhere",
                        "country",
                        "",
                        "languages",
                        "",
                        "number",
                        "+39800123456",
                        "type",
                        "TOLL_FREE",
                        "city",
                        "Milano",
                        "country",
                        "IT",
                        "languages",
                        "it, en"));
        assertEquals(
                JSON.readTree("[{\"number\":\"+39800123456\",\"type\":\"TOLL_FREE\",\"city\":\"Milano\","
                        + "\"country\":\"IT\",\"languages\":[\"it\",\"en\"]}]"),
                numbers);
    }

    @Test
    void theSenderGoesBackAsAWhole() {
        Setting sender = Setting.of(JSON.createObjectNode()).stream()
                .filter(one -> one.name().equals("sender"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "{\"sendEmailFromOverride\":null,\"sendEmailFromAddress\":null,\"sendEmailFromDisplayName\":null}",
                sender.patch(null).toString());
    }

    /** What it would be if nobody had set it only that pin-service knows: it is not called changed for that. */
    @Test
    void aSettingOfALaterPinServiceIsNeitherDefaultNorChanged() throws IOException {
        JsonNode now = JSON.readTree("{\"holdMusic\": true, \"pinLength\": 6}");
        List<SettingRow> rows = Setting.of(now).stream()
                .map(one -> new SettingRow(one, one.in(now), Glossary.of("settings", "en")))
                .filter(row -> !row.standard())
                .toList();
        assertEquals(
                List.of("pinLength true", "holdMusic false"),
                rows.stream()
                        .filter(row -> now.has(row.name()))
                        .map(row -> row.name() + " " + row.changed())
                        .toList());
    }

    /** What pin-service has and nobody wrote a form for would be hidden behind "More", or not shown at all. */
    @Test
    void everySettingOfTheContractHasAPlace() throws IOException {
        JsonNode full = JSON.readTree(
                        Files.readString(Path.of("../pin-service/src/main/resources/contracts/tenant.settings"
                                + "/TenantSettingsChanged.v1.full.json")))
                .path("settings");
        List<String> elsewhere = Setting.of(full).stream()
                .filter(one -> one.group().equals("other"))
                .map(Setting::name)
                .filter(name ->
                        Glossary.of("settings", "en").find(name + ".means").isEmpty())
                .toList();
        assertEquals(new TreeSet<>(), new TreeSet<>(elsewhere));
    }

    private static MultivaluedMap<String, String> form(String... fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }
}
