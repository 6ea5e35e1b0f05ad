package dev.foyer.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics of {@code deploy/topics.yaml}, the one place that names them. */
public final class Topics {

    private Topics() {}

    /** The tenant whose topics exist from the beginning. */
    public static final String TENANT = "contoso.com";

    /** Creates all of them, those of tenants for {@link #TENANT}, and returns when they exist. */
    public static void createAll(TestBroker broker) {
        List<NewTopic> topics = new ArrayList<>();
        for (JsonNode topic : declared()) {
            NewTopic made = new NewTopic(
                    topic.get("name").asText().replace("<tenant>", TENANT),
                    topic.get("partitions").asInt(),
                    (short) 1);
            topics.add(
                    made.configs(Map.of("cleanup.policy", topic.get("cleanup").asText())));
        }
        create(broker, topics);
    }

    public static void create(TestBroker broker, List<NewTopic> topics) {
        try (Admin admin = Admin.create(broker.connection())) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode declared() {
        try {
            return new YAMLMapper()
                    .readTree(repository().resolve("deploy/topics.yaml").toFile())
                    .get("topics");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the checkout, from wherever the tests run. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/topics.yaml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("deploy/topics.yaml is in no folder above this one");
            }
        }
        return folder;
    }
}
