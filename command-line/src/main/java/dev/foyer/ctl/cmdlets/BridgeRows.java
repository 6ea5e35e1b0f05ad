package dev.foyer.ctl.cmdlets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.output.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant's numbers as the reference's bridge. */
final class BridgeRows {

    static final String[] BRIDGE = {
        "Name", "DefaultServiceNumber", "Identity", "IsDefault", "Region", "ServiceNumbers", "TenantId"
    };
    static final String[] NUMBER = {
        "Number", "City", "PrimaryLanguage", "SecondaryLanguages", "BridgeId", "IsShared", "Type", "TenantId"
    };

    private BridgeRows() {}

    /** Whether the one bridge is meant by what a line says of it: id and name, which may have wildcards. */
    static boolean isMeant(Optional<String> id, Optional<String> name, String tenant) {
        return id.map(UserRows.bridgeId(tenant)::equalsIgnoreCase).orElse(true)
                && name.map(n -> Wildcard.of(n, false).matches(UserRows.bridgeName(tenant)))
                        .orElse(true);
    }

    /** The same of {@code -BridgeId} and {@code -BridgeName}. */
    static boolean isMeant(Call call, String tenant) {
        return isMeant(call.bound().text("BridgeId"), call.bound().text("BridgeName"), tenant);
    }

    static Row bridge(JsonNode settings, String tenant) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<Row> numbers = new ArrayList<>();
        settings.path("serviceNumbers").forEach(each -> numbers.add(number(each, tenant)));
        row.put("Name", UserRows.bridgeName(tenant));
        row.put("DefaultServiceNumber", settings.path("defaultServiceNumber").asText(null));
        row.put("Identity", UserRows.bridgeId(tenant));
        row.put("IsDefault", true);
        row.put("Region", null);
        row.put("ServiceNumbers", numbers);
        row.put("TenantId", tenant);
        return new Row(row, settings);
    }

    static Row number(JsonNode number, String tenant) {
        List<String> languages = new ArrayList<>();
        number.path("languages").forEach(each -> languages.add(each.asText()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Number", number.path("number").asText());
        row.put("City", number.path("city").asText(null));
        row.put("PrimaryLanguage", languages.isEmpty() ? null : languages.getFirst());
        row.put("SecondaryLanguages", languages.isEmpty() ? List.of() : languages.subList(1, languages.size()));
        row.put("BridgeId", UserRows.bridgeId(tenant));
        row.put("IsShared", false);
        row.put("Type", number.path("type").asText().equals("TOLL_FREE") ? "TollFree" : "Toll");
        row.put("TenantId", tenant);
        return new Row(row, number);
    }
}
