package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.output.Row;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Users as the reference's cmdlets return them. */
final class UserRows {

    /** What everybody sees of a PIN. */
    static final String HIDDEN = "***********";

    static final String[] USER = {
        "Identity",
        "DisplayName",
        "AllowPstnOnlyMeetings",
        "AllowTollFreeDialIn",
        "BridgeId",
        "BridgeName",
        "ConferenceId",
        "LeaderPin",
        "ServiceNumber",
        "SipAddress",
        "Tenant",
        "TollFreeServiceNumber"
    };
    static final String[] INFO = {
        "DisplayName", "Identity", "ConferenceId", "DefaultTollFreeNumbers", "DefaultTollNumber", "ObjectId", "Provider"
    };
    static final String[] STATE = {
        "DisplayName",
        "Identity",
        "ConferenceId",
        "Domain",
        "Provider",
        "PstnConferencingLicenseState",
        "SipAddress",
        "TollFreeNumbers",
        "TollNumber",
        "Url"
    };
    static final String[] PIN = {
        "Identity", "IsPinSet", "IsLockedOut", "LockedOutUntil", "FailedAttempts", "PinSetTime", "PinExpirationTime"
    };

    private UserRows() {}

    /** A tenant's numbers are its one bridge, which is called so. */
    static String bridgeName(String tenant) {
        return "Conference Bridge of " + tenant;
    }

    /** Stable, so that scripts may keep it. */
    static String bridgeId(String tenant) {
        return UUID.nameUUIDFromBytes(("bridge of " + tenant).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static boolean isEnabled(JsonNode user) {
        return user.path("conferencing").path("enabled").asBoolean();
    }

    static Row user(JsonNode user, String tenant) {
        JsonNode is = user.path("conferencing");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Identity", text(user, "userPrincipalName"));
        row.put("DisplayName", text(user, "displayName"));
        row.put("AllowPstnOnlyMeetings", is.path("allowPstnOnlyMeetings").asBoolean());
        row.put("AllowTollFreeDialIn", is.hasNonNull("tollFreeServiceNumber"));
        row.put("BridgeId", bridgeId(tenant));
        row.put("BridgeName", bridgeName(tenant));
        row.put("ConferenceId", text(is, "conferenceId"));
        row.put("LeaderPin", HIDDEN);
        row.put("ServiceNumber", text(is, "serviceNumber"));
        row.put("SipAddress", "sip:" + text(user, "userPrincipalName"));
        row.put("Tenant", tenant);
        row.put("TollFreeServiceNumber", text(is, "tollFreeServiceNumber"));
        return new Row(row, user);
    }

    static Row info(JsonNode user) {
        JsonNode is = user.path("conferencing");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("DisplayName", text(user, "displayName"));
        row.put("Identity", text(user, "userPrincipalName"));
        row.put("ConferenceId", text(is, "conferenceId"));
        row.put("DefaultTollFreeNumbers", text(is, "tollFreeServiceNumber"));
        row.put("DefaultTollNumber", text(is, "serviceNumber"));
        row.put("ObjectId", text(user, "userId"));
        row.put("Provider", provider(user));
        return new Row(row, user);
    }

    static Row state(JsonNode user, String url) {
        JsonNode is = user.path("conferencing");
        String name = text(user, "userPrincipalName");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("DisplayName", text(user, "displayName"));
        row.put("Identity", name);
        row.put("ConferenceId", text(is, "conferenceId"));
        row.put("Domain", name.substring(name.indexOf('@') + 1));
        row.put("Provider", provider(user));
        row.put("PstnConferencingLicenseState", isEnabled(user) ? "Licensed" : "NoLicense");
        row.put("SipAddress", "sip:" + name);
        row.put("TollFreeNumbers", text(is, "tollFreeServiceNumber"));
        row.put("TollNumber", text(is, "serviceNumber"));
        row.put("Url", url);
        return new Row(row, user);
    }

    static Row pin(JsonNode user) {
        JsonNode is = user.path("conferencing");
        JsonNode lock = is.path("lock");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Identity", text(user, "userPrincipalName"));
        row.put("IsPinSet", isEnabled(user));
        row.put("IsLockedOut", lock.isObject());
        row.put("LockedOutUntil", lock.isObject() ? lock.path("until").asText("an administrator unlocks") : null);
        row.put("FailedAttempts", is.path("failedAttempts").asInt());
        row.put("PinSetTime", text(is, "pinSetAt"));
        row.put("PinExpirationTime", null);
        return new Row(row, user);
    }

    static String provider(JsonNode user) {
        return isEnabled(user) ? "Foyer" : "None";
    }

    static String text(JsonNode of, String name) {
        return of.path(name).asText(null);
    }
}
