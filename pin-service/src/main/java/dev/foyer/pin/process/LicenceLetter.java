package dev.foyer.pin.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.inbound.DeadLetterWriter.Letter;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.AwaitedLicence;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.Licence;
import java.util.LinkedHashMap;
import java.util.Map;

/** A licence that was given up, as its tenant wrote it; that record is gone from the tenant's topic by then. */
final class LicenceLetter {

    private static final JsonMapper JSON = Json.mapper().build();

    private LicenceLetter() {}

    static Letter of(UserKey user, Licence licence) {
        return new Letter(
                "in." + user.tenant() + ".directory",
                licence.partition(),
                licence.offset(),
                user.userId(),
                data(user, licence),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", licence.id(),
                        "ce_source", licence.source(),
                        "ce_type", "foyer.directory.LicenseAssigned.v1",
                        "content-type", "application/json"));
    }

    /** @return a sentence that says what to do */
    static String reason(GivenUp why) {
        String days = "The licence has waited " + AwaitedLicence.PATIENCE.toDays() + " days for ";
        return switch (why) {
            case USER_DID_NOT_COME ->
                days + "its user, who did not come; send UserProvisioned, then this event again under a new id.";
            case NO_DELIVERY_KEY ->
                days + "notification-service to publish a key for PINs; when it has, send this event again under a new"
                        + " id.";
            case OWN_PIN ->
                "Nobody makes their own PIN, and this would be one: somebody else has to assign the licence to this"
                        + " user, or an administrator enables the user through the API.";
            case USER_INACTIVE ->
                "The directory has turned this user's account off over SCIM; when it is on again, send this event again"
                        + " under a new id.";
            case USER_LIMIT_REACHED ->
                "user-limit-reached: pin-service has no memory for this; give it more (its heap), or remove users, then"
                        + " send this event again under a new id.";
        };
    }

    private static String data(UserKey user, Licence licence) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("userId", user.userId());
        if (licence.changedBy() != null) {
            data.put("changedBy", licence.changedBy());
        }
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
