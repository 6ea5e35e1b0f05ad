package dev.foyer.gateway.callers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.callers.PhoneNumber;
import dev.foyer.gateway.index.TenantView;
import java.util.Map;

/** One tenant's answer to how much of which number it sees, as of now. For one request or one event. */
public final class CallerMask {

    /**
     * Where a caller's number stands, by service and event, of whatever version: in the event itself, or in each of its calls. The
     * test of the contracts fails when there is one more.
     */
    private static final Map<String, String> FIELDS = Map.of(
            "meeting.CallerWaiting", "from",
            "meeting.CallerAdmitted", "from",
            "meeting.CallersAdmitted", "from",
            "meeting.CallerRefused", "from",
            "pin.ConferenceIdScanSuspected", "caller");

    /** Of an event about several. */
    private static final String CALLS = "calls";

    private enum Setting {
        NONE,
        EXTERNAL,
        ALL;

        /** What a newer pin-service may know beside these is taken for the most careful one. */
        static Setting of(String word) {
            return switch (word) {
                case "NONE" -> NONE;
                case "EXTERNAL" -> EXTERNAL;
                default -> ALL;
            };
        }
    }

    private final TenantView tenant;
    private final Setting setting;

    /** @throws dev.foyer.base.Unavailable while the index is being built: who is a user is not known then */
    public CallerMask(TenantView tenant) {
        this.tenant = tenant;
        this.setting = Setting.of(tenant.settings()
                .map(is -> is.settings().path("maskCallerNumbers").asText(Setting.EXTERNAL.name()))
                .orElse(Setting.EXTERNAL.name()));
    }

    /** @param number as the bridge said it, or {@code null}, which stays so */
    public String shown(String number) {
        if (number == null || setting == Setting.NONE) {
            return number;
        }
        PhoneNumber known = PhoneNumber.of(number);
        boolean users = setting == Setting.EXTERNAL
                && known.e164().map(tenant::isUsersNumber).orElse(false);
        return users ? number : known.masked();
    }

    /** Whether nothing of any number is hidden. */
    boolean showsAll() {
        return setting == Setting.NONE;
    }

    /**
     * The data of an event, changed only where a caller's number stands.
     *
     * @param event service and event, such as {@code meeting.CallerWaiting}
     */
    public JsonNode shown(String event, JsonNode data) {
        String field = FIELDS.get(event);
        if (field == null) {
            return data;
        }
        ObjectNode copy = data.deepCopy();
        mask(copy, field);
        copy.path(CALLS).forEach(call -> mask(call, field));
        return copy;
    }

    private void mask(JsonNode said, String field) {
        if (said instanceof ObjectNode fields && fields.hasNonNull(field)) {
            fields.put(field, shown(fields.get(field).asText()));
        }
    }

    /** Whether events of that kind can have a caller's number. */
    static boolean concerns(String event) {
        return FIELDS.containsKey(event);
    }

    /** Whether the id of a call leg is made of the caller's number, which would be shown with it everywhere. */
    public static boolean givesAway(String callId, String number) {
        return number != null && PhoneNumber.of(number).isIn(callId);
    }
}
