package dev.foyer.pin.domain.tenant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.pin.contract.TenantSettingsV1;
import dev.foyer.pin.domain.tenant.MailSettings.EmailSwitches;
import dev.foyer.pin.domain.tenant.MeetingSettings.EntryExitAnnouncements;
import dev.foyer.pin.domain.tenant.MeetingSettings.LobbyAdmission;
import dev.foyer.pin.domain.tenant.MeetingSettings.MaskCallerNumbers;
import dev.foyer.pin.domain.tenant.PinSettings.PinMail;
import java.util.List;

/** The default settings but for what a test is about. */
public final class Settings {

    private static final JsonMapper JSON = Json.mapper().build();

    /** Each of them another one than by default. */
    public static final TenantSettings EVERYTHING = new TenantSettings(
            new PinSettings(8, true, 10, true, PinMail.VIEW_ONCE_LINK),
            new MailSettings(
                    false,
                    new EmailSwitches(true, false, true, false, true, false),
                    true,
                    "conferencing@contoso.com",
                    "Contoso Conferencing",
                    "it",
                    "Contoso",
                    "helpdesk@contoso.com"),
            new MeetingSettings(
                    true, LobbyAdmission.MANUAL, 5, EntryExitAnnouncements.TONE_ONLY, false, MaskCallerNumbers.ALL, 30),
            new NumberSettings(
                    List.of(
                            new ServiceNumber(
                                    "+390212345678", ServiceNumber.Type.TOLL, "Milano", "IT", List.of("it", "en")),
                            new ServiceNumber("+39800123456", ServiceNumber.Type.TOLL_FREE, null, null, null)),
                    "+390212345678",
                    "+39800123456"),
            new ReasonSettings(ReasonSettings.Reasons.REQUIRED, "INC[0-9]{7}"));

    private Settings() {}

    public static TenantSettings with(String name, Object value) {
        return with(TenantSettings.DEFAULT, name, value);
    }

    public static TenantSettings with(String name, Object value, String other, Object otherValue) {
        return with(with(name, value), other, otherValue);
    }

    /** These, with one of them changed; a name that is no setting fails the test. */
    public static TenantSettings with(TenantSettings settings, String name, Object value) {
        ObjectNode changed = JSON.valueToTree(TenantSettingsV1.of(settings));
        changed.putPOJO(name, value);
        TenantSettings made = JSON.convertValue(changed, TenantSettingsV1.class).settings();
        ObjectNode written = JSON.valueToTree(TenantSettingsV1.of(made));
        if (value != null && !written.has(name)) {
            throw new IllegalArgumentException("There is no setting " + name);
        }
        return made;
    }
}
