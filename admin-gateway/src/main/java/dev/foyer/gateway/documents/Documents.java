package dev.foyer.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What lies in our own files: both documents, as they were when this gateway was built. Thread-safe. */
@ApplicationScoped
public class Documents {

    private static final String OPENAPI = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String ASYNCAPI = "documents/asyncapi.yaml";
    private static final String SHEET = "documents/documents.css";

    /** As {@code /q/openapi} serves it. */
    public String openApi() {
        return read(OPENAPI);
    }

    /** As {@code docs/asyncapi.yaml} has it. */
    public String asyncApi() {
        return read(ASYNCAPI);
    }

    /** How the page looks. */
    public String sheet() {
        return read(SHEET);
    }

    /** @param base address of this gateway, without a slash at the end */
    public List<RestDocument.Part> rest(String base) {
        return new RestDocument(tree(JsonMapper.builder().build(), openApi())).parts(base);
    }

    /** Those that somebody outside has to do with. */
    public List<TopicDocument.Topic> topics() {
        return new TopicDocument(tree(YAMLMapper.builder().build(), asyncApi())).topics();
    }

    private static JsonNode tree(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The gateway was built without " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
