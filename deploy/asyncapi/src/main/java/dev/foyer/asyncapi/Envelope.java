package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The headers around a record. Their schemas lie with the kit, which writes and reads them. */
enum Envelope {
    /** Around what our aggregates publish. */
    EVENT("envelope.v1"),
    /** Around what a service says of itself: it belongs to no tenant and has no place in a sequence. */
    SERVICE("service-envelope.v1"),
    /** Around what others write for us. */
    INBOUND("inbound-envelope.v1");

    private static final List<String> OF_A_TENANT = List.of("ce_tenant", "ce_sequence");

    private final String id;

    Envelope(String id) {
        this.id = id;
    }

    static Envelope around(Channel channel, Contract contract) {
        if (channel.inbound()) {
            return INBOUND;
        }
        return contract.schema().path("properties").has("tenant") ? EVENT : SERVICE;
    }

    /** Its name in the document. */
    String id() {
        return id;
    }

    ObjectNode schema(ContractFiles files) {
        return switch (this) {
            case EVENT -> files.envelope(EVENT.id);
            case SERVICE -> withoutTenant(files.envelope(EVENT.id));
            case INBOUND -> files.envelope(INBOUND.id);
        };
    }

    private static ObjectNode withoutTenant(ObjectNode schema) {
        schema.put("title", "foyer." + SERVICE.id);
        ((ObjectNode) schema.path("properties")).remove(OF_A_TENANT);
        List<JsonNode> required = new ArrayList<>();
        schema.path("required").forEach(required::add);
        required.removeIf(name -> OF_A_TENANT.contains(name.asText()));
        schema.putArray("required").addAll(required);
        return schema;
    }

    /** Headers as they are around this payload. */
    ObjectNode example(Channel channel, Contract contract, JsonNode payload) {
        ObjectNode headers = contract.schema().objectNode();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_type", contract.type());
        headers.put("ce_time", "2026-11-22T10:15:31Z");
        headers.put("content-type", "application/json");
        if (this == INBOUND) {
            return headers.put("ce_id", "4711").put("ce_source", "/contoso/directory");
        }
        headers.put("ce_id", "command-1.0");
        headers.put("ce_source", "/foyer/" + contract.service());
        headers.put("ce_subject", channel.keyOf(payload));
        headers.put("ce_actor", this == EVENT ? "admin" : contract.service());
        headers.put("ce_actorrole", this == EVENT ? "conferencing-admin" : "service");
        headers.put("ce_commandid", "command-1");
        headers.put("ce_correlationid", "correlation-1");
        if (this == EVENT) {
            headers.put("ce_tenant", payload.path("tenant").asText());
            headers.put("ce_sequence", "1764201600000000003");
        }
        return headers;
    }
}
