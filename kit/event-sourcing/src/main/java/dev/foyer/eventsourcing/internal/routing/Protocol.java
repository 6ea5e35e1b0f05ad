package dev.foyer.eventsourcing.internal.routing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.foyer.eventsourcing.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The two documents of a forwarded HTTP request and their JSON, which the version before and the next must read. */
final class Protocol {

    /** The path on every instance. */
    static final String PATH = "/internal/commands";

    /**
     * Where the first version said how often a request had been forwarded; it refuses another number than 1. Since 2
     * each request names its format, so that no instance reads what another version means otherwise.
     */
    static final int HOPS = 2;

    private static final String BODY = "body";

    private static final JsonMapper JSON = WireFormat.mapper()
            .addModule(new SimpleModule()
                    .addSerializer(RawJson.class, new RawJsonSerializer())
                    .addDeserializer(RawJson.class, new RawJsonDeserializer()))
            .build();

    private Protocol() {}

    /** @param millisecondsLeft after which the sender does not wait for the answer any more */
    record Request(int hops, long millisecondsLeft, List<ForwardedRequest> asks) {
        Request {
            asks = List.copyOf(asks);
        }
    }

    /** In the order of the requests. */
    record Response(List<Outcome> outcomes) {
        Response {
            outcomes = List.copyOf(outcomes);
        }
    }

    static byte[] write(Object document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may repeat content.
            throw new IllegalStateException("Cannot write a forwarded request");
        }
    }

    /** @throws IllegalArgumentException without any content, when the body is not of this version */
    static <T> T read(byte[] body, Class<T> document) {
        try {
            T read = JSON.readerFor(document).withAttribute(BODY, body).readValue(body);
            if (read != null) {
                return read;
            }
        } catch (IOException e) {
            // Answered below, without the cause: its message may repeat content.
        }
        throw new IllegalArgumentException(
                "Not a " + document.getSimpleName() + " of this version's forwarding protocol");
    }

    private static final class RawJsonSerializer extends JsonSerializer<RawJson> {
        @Override
        public void serialize(RawJson value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(new String(value.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** Cuts a value out of the body instead of building and writing it again: a body holds hundreds of them. */
    private static final class RawJsonDeserializer extends JsonDeserializer<RawJson> {
        @Override
        public RawJson deserialize(JsonParser in, DeserializationContext context) throws IOException {
            byte[] body = (byte[]) context.getAttribute(BODY);
            int from = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            in.finishToken();
            int to = (int) in.currentLocation().getByteOffset();
            if (from < 0 || to <= from || to > body.length) {
                return context.reportInputMismatch(RawJson.class, "No value of its own");
            }
            return new RawJson(Arrays.copyOfRange(body, from, to));
        }
    }
}
