package dev.foyer.pin.domain.tenant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.pin.domain.tenant.TenantSettings.EmailSwitches;
import dev.foyer.pin.domain.tenant.TenantSettings.EntryExitAnnouncements;
import dev.foyer.pin.domain.tenant.TenantSettings.LobbyAdmission;
import dev.foyer.pin.domain.tenant.TenantSettings.PinMail;
import java.util.List;

/** The default settings but for what a test is about. */
public final class Settings {

    private static final JsonMapper JSON = Json.mapper().build();

    /** Each of them another one than by default. */
    public static final TenantSettings EVERYTHING = new TenantSettings(
            8,
            true,
            10,
            true,
            PinMail.VIEW_ONCE_LINK,
            false,
            new EmailSwitches(true, false, true, false, true),
            true,
            "conferencing@contoso.com",
            "Contoso Conferencing",
            "it",
            true,
            LobbyAdmission.MANUAL,
            5,
            EntryExitAnnouncements.TONE_ONLY,
            false,
            List.of(
                    new ServiceNumber("+390212345678", ServiceNumber.Type.TOLL, "Milano", "IT", List.of("it", "en")),
                    new ServiceNumber("+39800123456", ServiceNumber.Type.TOLL_FREE, null, null, null)),
            "+390212345678",
            "+39800123456");

    private Settings() {}

    public static TenantSettings with(String name, Object value) {
        return with(TenantSettings.DEFAULT, name, value);
    }

    public static TenantSettings with(String name, Object value, String other, Object otherValue) {
        return with(with(name, value), other, otherValue);
    }

    /** These, with one of them changed; a name that is no setting fails the test. */
    public static TenantSettings with(TenantSettings settings, String name, Object value) {
        ObjectNode changed = JSON.valueToTree(settings);
        changed.putPOJO(name, value);
        TenantSettings made = JSON.convertValue(changed, TenantSettings.class);
        ObjectNode written = JSON.valueToTree(made);
        if (value != null && !written.has(name)) {
            throw new IllegalArgumentException("There is no setting " + name);
        }
        return made;
    }
}
