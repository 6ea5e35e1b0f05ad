package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A contract as a message of the document: payload, key, envelope and examples. */
final class Messages {

    /** Version of the Kafka bindings, which each use of them says. */
    static final String BINDING = "0.5.0";

    private Messages() {}

    static void write(Channel channel, Contract contract, ObjectNode message) {
        Envelope envelope = Envelope.around(channel, contract);
        message.put("name", contract.type());
        message.put("title", contract.name());
        message.put("summary", contract.schema().path("description").asText());
        message.put("contentType", "application/json");
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + envelope.id());
        message.putObject("payload").put("$ref", "#/components/schemas/" + contract.id());
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", channel.key());
        kafka.put("bindingVersion", BINDING);
        ArrayNode examples = message.putArray("examples");
        contract.examples().forEach((which, payload) -> {
            ObjectNode example = examples.addObject();
            example.put("name", which);
            example.set("headers", envelope.example(channel, contract, payload));
            example.set("payload", payload);
        });
    }

    static void trait(Envelope envelope, ObjectNode trait) {
        trait.putObject("headers").put("$ref", "#/components/schemas/" + envelope.id());
        trait.putObject("correlationId")
                .put("description", "Joins all that followed from one request.")
                .put("location", "$message.header#/ce_correlationid");
    }
}
