package dev.foyer.gateway.api;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The API describes the settings as pin-service has them. */
class SettingsBodyTest {

    private static final Path SCHEMA = Path.of(
                    System.getProperty("contracts.pin", "../pin-service/src/main/resources/contracts"))
            .resolve("tenant.settings/TenantSettingsChanged.v1.schema.json");

    @Test
    void everySettingIsDescribedAndNoOther() throws IOException {
        JsonNode settings = Json.mapper().build().readTree(SCHEMA.toFile()).at("/properties/settings/properties");
        assertEquals(names(settings), components(SettingsBody.class));
        assertEquals(names(settings.at("/emailSwitches/properties")), components(SettingsBody.EmailSwitches.class));
        assertEquals(
                names(settings.at("/serviceNumbers/items/properties")), components(SettingsBody.ServiceNumber.class));
        assertEquals(words(settings.at("/pinMail/enum")), constants(SettingsBody.PinMail.class));
        assertEquals(words(settings.at("/reasons/enum")), constants(SettingsBody.Reasons.class));
        assertEquals(words(settings.at("/lobbyAdmission/enum")), constants(SettingsBody.LobbyAdmission.class));
        assertEquals(words(settings.at("/maskCallerNumbers/enum")), constants(SettingsBody.MaskCallerNumbers.class));
        assertEquals(
                words(settings.at("/entryExitAnnouncements/enum")),
                constants(SettingsBody.EntryExitAnnouncements.class));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(toSet());
    }

    private static Set<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(toSet());
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(toSet());
    }

    private static Set<String> constants(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(toSet());
    }
}
