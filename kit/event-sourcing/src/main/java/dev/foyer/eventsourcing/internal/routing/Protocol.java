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
import java.io.ByteArrayOutputStream;
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

    /** What stands around the requests, and some more. */
    private static final int ENVELOPE_BYTES = 100;

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

    /** One request, to be sent together with others. */
    static RawJson write(ForwardedRequest ask) {
        return new RawJson(write((Object) ask));
    }

    /** A {@link Request} of what was written before, put together as it is: a body holds a hundred of them. */
    static byte[] write(long millisecondsLeft, List<RawJson> asks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(ENVELOPE_BYTES
                + asks.stream().mapToInt(ask -> ask.bytes().length + 1).sum());
        body.writeBytes(("{\"hops\":" + HOPS + ",\"millisecondsLeft\":" + millisecondsLeft + ",\"asks\":[")
                .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < asks.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(asks.get(i).bytes());
        }
        body.write(']');
        body.write('}');
        return body.toByteArray();
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
