package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;

/** A tenant's settings as they were published last; tenants that changed nothing have none. */
public record SettingsEntry(String tenant, JsonNode settings) implements Entry {

    @Override
    public String key() {
        return tenant;
    }

    /** The master switch of automatic mail (rule D1). */
    public boolean automaticMail() {
        return settings.path("automaticallySendEmailsToUsers").asBoolean(true);
    }
}
