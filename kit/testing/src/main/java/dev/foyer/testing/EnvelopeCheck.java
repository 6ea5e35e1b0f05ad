package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** For contract tests: what is published says who, when and why, as {@code contracts/envelope.v1.schema.json} promises. */
public final class EnvelopeCheck {

    private static final String FILE = "/contracts/envelope.v1.schema.json";
    private static final Schema SCHEMA = schema();

    private EnvelopeCheck() {}

    /** Written as the kit writes it, the first event of its aggregate. */
    public static ProducerRecord<byte[], byte[]> write(PublicRecord published, CommandMeta meta) {
        Instant now = Instant.parse("2026-11-22T10:15:30Z");
        return new CloudEventWriter("a-service").write(published, meta, 0, 1, now, now);
    }

    /** What is wrong with these headers; empty when nothing is. */
    public static List<String> problems(Headers headers) {
        return SCHEMA.validate(json(headers).toString(), InputFormat.JSON, EnvelopeCheck::strict).stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with the envelope of this record, or does not say what the command says. */
    public static List<String> problems(PublicRecord published, CommandMeta meta) {
        ProducerRecord<byte[], byte[]> written = write(published, meta);
        ObjectNode headers = json(written.headers());
        return Stream.concat(
                        problems(written.headers()).stream(),
                        Stream.of(
                                differs(headers, "ce_type", published.type()),
                                differs(headers, "ce_subject", new String(written.key(), UTF_8)),
                                differs(headers, "ce_tenant", published.tenant()),
                                differs(headers, "ce_actor", meta.actor().name()),
                                differs(headers, "ce_actorrole", meta.actor().role()),
                                differs(headers, "ce_commandid", meta.commandId()),
                                differs(headers, "ce_correlationid", meta.correlationId())))
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    static ObjectNode json(Headers headers) {
        ObjectNode json = Json.mapper().build().createObjectNode();
        headers.forEach(header -> json.put(header.key(), new String(header.value(), UTF_8)));
        return json;
    }

    private static String differs(ObjectNode headers, String name, String expected) {
        String found = headers.path(name).asText();
        return found.equals(expected) ? "" : name + " is \"" + found + "\" and not \"" + expected + "\"";
    }

    private static void strict(com.networknt.schema.ExecutionContext context) {
        context.executionConfig(config -> config.formatAssertionsEnabled(true));
    }

    private static Schema schema() {
        try (InputStream in = EnvelopeCheck.class.getResourceAsStream(FILE)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
