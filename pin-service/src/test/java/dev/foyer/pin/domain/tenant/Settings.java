package dev.foyer.pin.domain.tenant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.eventsourcing.Json;

/** The default settings but for what a test is about. */
public final class Settings {

    private static final JsonMapper JSON = Json.mapper().build();

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
