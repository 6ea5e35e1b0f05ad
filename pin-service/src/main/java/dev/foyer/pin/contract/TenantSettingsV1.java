package dev.foyer.pin.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.foyer.pin.domain.tenant.MailSettings;
import dev.foyer.pin.domain.tenant.MeetingSettings;
import dev.foyer.pin.domain.tenant.NumberSettings;
import dev.foyer.pin.domain.tenant.PinSettings;
import dev.foyer.pin.domain.tenant.ReasonSettings;
import dev.foyer.pin.domain.tenant.TenantSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's settings as others see them, in topics and over REST: one flat object, without our groups. */
@Schema(name = "TenantSettings")
public record TenantSettingsV1(
        @JsonUnwrapped PinSettings pins,
        @JsonUnwrapped MailSettings mails,
        @JsonUnwrapped MeetingSettings meetings,
        @JsonUnwrapped NumberSettings numbers,
        @JsonUnwrapped ReasonSettings reasonSettings) {

    public static TenantSettingsV1 of(TenantSettings settings) {
        return new TenantSettingsV1(
                settings.pins(), settings.mails(), settings.meetings(), settings.numbers(), settings.reasonSettings());
    }

    /** What is absent is as it is by default, but for what every writer writes. */
    public TenantSettings settings() {
        return new TenantSettings(pins, mails, meetings, numbers, reasonSettings);
    }
}
