package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;

/** A tenant's settings as they were published last; tenants that changed nothing have none. */
public record SettingsEntry(String tenant, JsonNode settings) implements Entry {

    /** Of a tenant that has chosen none. */
    public static final String ANNOUNCEMENTS = "USE_NAMES";

    @Override
    public String key() {
        return tenant;
    }

    /** Whether mails of a kind are sent by themselves: by their own switch under the master switch (rule D1). */
    public boolean sends(String mailSwitch) {
        return settings.path("automaticallySendEmailsToUsers").asBoolean(true)
                && settings.path("emailSwitches").path(mailSwitch).asBoolean(true);
    }

    /** Whether mails have a link that shows the PIN once, instead of the PIN. */
    public boolean pinIsLink() {
        return "VIEW_ONCE_LINK".equals(settings.path("pinMail").asText());
    }

    /** What those inside hear when somebody comes or goes (rule E8). */
    public String announcements() {
        return settings.path("entryExitAnnouncements").asText(ANNOUNCEMENTS);
    }

    /** Whether callers are asked to say their name (rule E8). */
    public boolean nameRecording() {
        return settings.path("nameRecording").asBoolean(true);
    }
}
