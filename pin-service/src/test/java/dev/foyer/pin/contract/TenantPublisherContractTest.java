package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.Json;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tenant's settings are published as the examples say. */
class TenantPublisherContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final String MILANO = "+390212345678";
    private static final String FREE = "+39800123456";
    private static final TenantSettings EVERYTHING = new TenantSettings(
            8,
            false,
            10,
            false,
            false,
            true,
            "conferencing@contoso.com",
            "Contoso Conferencing",
            "it",
            false,
            List.of(
                    new ServiceNumber(MILANO, ServiceNumber.Type.TOLL, "Milano", "IT", List.of("it", "en")),
                    new ServiceNumber(FREE, ServiceNumber.Type.TOLL_FREE, null, null, null)),
            MILANO,
            FREE);

    @Test
    void aFullChangeBecomesItsExample() {
        becomes(
                "full",
                new SettingsChanged(
                        EVERYTHING,
                        List.of(
                                new SettingChange("pinLength", "5", "8"),
                                new SettingChange("maximumLogonAttempts", null, "10"))));
    }

    @Test
    void theDefaultsBecomeTheMinimalExample() {
        becomes("minimal", new SettingsChanged(TenantSettings.DEFAULT, List.of()));
    }

    private static void becomes(String which, SettingsChanged event) {
        var meta = new CommandMeta("command-1", "command-1", Around.ADMIN);
        var answer = new TenantAnswer.Settings(event.settings());
        var published = new TenantPublisher()
                .publish(new Fact<>("contoso.com", TenantSettings.DEFAULT, event, event.settings(), answer, meta));
        assertEquals(1, published.size());
        var made = published.getFirst();
        assertEquals(
                new Examples("tenant.settings").json("TenantSettingsChanged", which), JSON.valueToTree(made.data()));
        assertEquals("foyer.pin.TenantSettingsChanged.v1", made.type());
        assertEquals("tenant.settings", made.topic());
        assertEquals("contoso.com", made.key());
        assertEquals("contoso.com", made.tenant());
    }
}
