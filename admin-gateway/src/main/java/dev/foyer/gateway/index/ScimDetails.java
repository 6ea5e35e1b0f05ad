package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.Map;

/**
 * What of a user only SCIM speaks of.
 *
 * @param externalId what the tenant's directory system calls the user, or {@code null}
 * @param active whether the account is on there
 * @param phoneTypes how it called each number, such as {@code work}
 * @param createdAt {@code null}: not known
 * @param changedAt when the last event of the user happened
 */
public record ScimDetails(
        String externalId, boolean active, Map<String, String> phoneTypes, Instant createdAt, Instant changedAt) {

    static final ScimDetails NONE = new ScimDetails(null, true, Map.of(), null, null);

    public ScimDetails {
        phoneTypes = phoneTypes == null ? Map.of() : Map.copyOf(phoneTypes);
    }

    ScimDetails changedAt(Instant at) {
        return new ScimDetails(externalId, active, phoneTypes, createdAt, at);
    }
}
