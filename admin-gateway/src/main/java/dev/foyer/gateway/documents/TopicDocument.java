package dev.foyer.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
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
     * @param lines for kcat, each of which reads it, or writes one record
     */
    public record Topic(String address, String description, String messages, List<String> lines) {}

    /** Those that operators read, and those of a tenant's own systems; what services say among themselves is left out. */
    List<Topic> topics() {
        return document.path("channels").properties().stream()
                .map(channel -> topic(channel.getValue()))
                .filter(topic -> !topic.lines().isEmpty())
                .toList();
    }

    private Topic topic(JsonNode channel) {
        String address = channel.path("address").asText();
        String messages = channel.path("messages").properties().stream()
                .map(message -> message.getKey())
                .collect(Collectors.joining(", "));
        return new Topic(address, channel.path("description").asText(), messages, lines(address, channel));
    }

    private List<String> lines(String address, JsonNode channel) {
        JsonNode access = channel.path("x-foyer-access");
        String topic = address.replace("{tenant}", TENANT);
        if (has(access.path("writers"), "the tenant's systems")) {
            return channel.path("messages")
                    .valueStream()
                    .map(this::resolved)
                    .map(message -> writing(topic, message))
                    .toList();
        }
        if (has(access.path("readers"), "the tenant's systems")) {
            return List.of("kcat -C -F .foyer/secrets/kcat/" + TENANT + " -t " + topic + " -e -q");
        }
        return has(access.path("readers"), "operators")
                ? List.of("kcat -C -F .foyer/secrets/kcat/operator -t " + topic + " -e -q")
                : List.of();
    }

    /** The full example as it is, but for its id and time: those are new each time. */
    private static String writing(String topic, JsonNode message) {
        JsonNode payload = message.path("examples")
                .valueStream()
                .filter(example -> example.path("name").asText().equals("full"))
                .map(example -> example.path("payload"))
                .findFirst()
                .orElse(MissingNode.getInstance());
        String key = Arrays.stream(
                        message.at("/bindings/kafka/key/description").asText().split(" or "))
                .map(field -> payload.path(field).asText())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return "echo " + Shell.quoted(payload.toString()) + " | kcat -P -F .foyer/secrets/kcat/" + TENANT + " -t "
                + topic + " -k " + Shell.quoted(key)
                + " -H ce_specversion=1.0 -H ce_id=$(cat /proc/sys/kernel/random/uuid) -H ce_source=/kcat"
                + " -H ce_time=$(date -u +%Y-%m-%dT%H:%M:%SZ) -H ce_type="
                + message.path("name").asText()
                + " -H content-type=application/json";
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static boolean has(JsonNode names, String name) {
        return StreamSupport.stream(names.spliterator(), false)
                .anyMatch(one -> one.asText().equals(name));
    }
}
