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

    /** The master switch of automatic mail (rule D1). */
    public boolean automaticMail() {
        return settings.path("automaticallySendEmailsToUsers").asBoolean(true);
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
