package dev.foyer.pin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.AwaitedLicence;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.Licence;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A licence that was given up, as the record that its tenant wrote, which is gone from the tenant's topic by then. */
final class LicenceRecord {

    private static final JsonMapper JSON = Json.mapper().build();

    private LicenceRecord() {}

    /** Says what the tenant's record said, and may be sent again as it is. */
    static ConsumerRecord<byte[], byte[]> of(UserKey user, Licence licence) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("userId", user.userId());
        if (licence.changedBy() != null) {
            data.put("changedBy", licence.changedBy());
        }
        var record = new ConsumerRecord<>(
                "in." + user.tenant() + ".directory",
                licence.partition(),
                licence.offset(),
                user.userId().getBytes(UTF_8),
                bytes(data));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", licence.id());
        header(record, "ce_source", licence.source());
        header(record, "ce_type", "foyer.directory.LicenseAssigned.v1");
        header(record, "content-type", "application/json");
        return record;
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
            case USER_LIMIT_REACHED ->
                "user-limit-reached: pin-service has no memory for this; give it more (its heap), or remove users, then"
                        + " send this event again under a new id.";
        };
    }

    private static byte[] bytes(Map<String, String> data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void header(ConsumerRecord<byte[], byte[]> record, String name, String text) {
        record.headers().add(name, text.getBytes(UTF_8));
    }
}
