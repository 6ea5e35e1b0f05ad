package dev.foyer.pin.domain.tenant;

/**
 * All settings of one tenant. The groups are ours: in journals, topics and answers the settings stand side by side in one
 * object, so no two groups may have a setting of the same name.
 */
public record TenantSettings(
        PinSettings pins,
        MailSettings mails,
        MeetingSettings meetings,
        NumberSettings numbers,
        ReasonSettings reasonSettings) {

    /** Of a tenant that has set nothing. */
    public static final TenantSettings DEFAULT = new TenantSettings(
            PinSettings.DEFAULT,
            MailSettings.DEFAULT,
            MeetingSettings.DEFAULT,
            NumberSettings.DEFAULT,
            ReasonSettings.DEFAULT);

    /** What older journals do not have is as it is by default. */
    public TenantSettings {
        reasonSettings = reasonSettings == null ? ReasonSettings.DEFAULT : reasonSettings;
    }
}
