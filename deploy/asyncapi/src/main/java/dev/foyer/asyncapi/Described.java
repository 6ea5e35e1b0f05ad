package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The committed document as a reader of our topics uses it: is this record one that it promises? */
public final class Described {

    private final JsonNode document;
    private final Map<String, SchemaCheck> schemas = new HashMap<>();

    private Described(JsonNode document) {
        this.document = document;
    }

    /** What {@code docs/asyncapi.yaml} says. */
    public static Described committed() throws IOException {
        return new Described(
                new YAMLMapper().readTree(AsyncApiFile.of(Repository.find()).toFile()));
    }

    JsonNode document() {
        return document;
    }

    /** Names of the topics with contracts that have no tenant in them. */
    public List<String> topics() {
        return document.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asText())
                .filter(address -> address.indexOf('{') < 0)
                .toList();
    }

    /** What the document does not say of this record, or says otherwise. */
    public List<String> problems(ConsumerRecord<byte[], byte[]> read) throws IOException {
        ObjectNode headers = new ObjectMapper().createObjectNode();
        read.headers().forEach(header -> headers.put(header.key(), new String(header.value())));
        return problems(read.topic(), headers, new ObjectMapper().readTree(read.value()));
    }

    List<String> problems(String topic, JsonNode headers, JsonNode payload) {
        String type = headers.path("ce_type").asText();
        return document.path("channels")
                .path(topic)
                .path("messages")
                .valueStream()
                .map(this::resolved)
                .filter(message -> message.path("name").asText().equals(type))
                .findFirst()
                .map(message -> problems(message, headers, payload))
                .orElseGet(() -> List.of("\"" + type + "\" is not described in " + topic));
    }

    private List<String> problems(JsonNode message, JsonNode headers, JsonNode payload) {
        JsonNode trait = resolved(message.path("traits").path(0));
        return Stream.concat(
                        check(trait.path("headers")).problems(headers).stream(),
                        check(message.path("payload")).problems(payload).stream())
                .map(problem -> message.path("name").asText() + problem)
                .toList();
    }

    private SchemaCheck check(JsonNode reference) {
        return schemas.computeIfAbsent(
                reference.path("$ref").asText(),
                ref -> new SchemaCheck(resolved(reference).toString()));
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }
}
