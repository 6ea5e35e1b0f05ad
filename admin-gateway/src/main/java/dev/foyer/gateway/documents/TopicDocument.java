package dev.foyer.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The AsyncAPI document as people read it. */
public final class TopicDocument {

    private static final String TENANT = "contoso.com";

    private final JsonNode document;

    TopicDocument(JsonNode document) {
        this.document = document;
    }

    /**
     * A topic that somebody outside reads or writes.
     *
     * @param messages which records it has, in words
     * @param kcat a line that reads or writes it
     */
    public record Topic(String address, String description, String messages, String kcat) {}

    /** Those that operators read, and those of a tenant's own systems; what services say among themselves is left out. */
    List<Topic> topics() {
        return document.path("channels").properties().stream()
                .map(channel -> topic(channel.getValue()))
                .filter(topic -> !topic.kcat().isEmpty())
                .toList();
    }

    private static Topic topic(JsonNode channel) {
        String address = channel.path("address").asText();
        String messages = channel.path("messages").properties().stream()
                .map(message -> message.getKey())
                .collect(Collectors.joining(", "));
        return new Topic(address, channel.path("description").asText(), messages, kcat(address, channel));
    }

    private static String kcat(String address, JsonNode channel) {
        JsonNode access = channel.path("x-foyer-access");
        String topic = address.replace("{tenant}", TENANT);
        if (has(access.path("writers"), "the tenant's systems")) {
            String message = channel.path("messages").fieldNames().next();
            String area = address.substring(address.lastIndexOf('.') + 1);
            return "kcat -P -F .foyer/secrets/kcat/" + TENANT + " -t " + topic
                    + " -k KEY -H ce_specversion=1.0 -H ce_id=$(cat /proc/sys/kernel/random/uuid) -H ce_source=/kcat"
                    + " -H ce_time=$(date -u +%Y-%m-%dT%H:%M:%SZ) -H ce_type=foyer." + area + "." + message
                    + " -H content-type=application/json";
        }
        if (has(access.path("readers"), "the tenant's systems")) {
            return "kcat -C -F .foyer/secrets/kcat/" + TENANT + " -t " + topic + " -e -q";
        }
        return has(access.path("readers"), "operators")
                ? "kcat -C -F .foyer/secrets/kcat/operator -t " + topic + " -e -q"
                : "";
    }

    private static boolean has(JsonNode names, String name) {
        return StreamSupport.stream(names.spliterator(), false)
                .anyMatch(one -> one.asText().equals(name));
    }
}
