package dev.foyer.gateway.tenantevents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foyer.testing.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the channel reads is what {@code deploy/topics.yaml} promises to tenants. */
class CopiedTopicsTest {

    @Test
    void theChannelReadsTheTopicsThatTheListSays() throws IOException {
        assertEquals(declared(), configured());
    }

    private static List<String> declared() throws IOException {
        List<String> topics = new ArrayList<>();
        JsonNode list = new YAMLMapper()
                .readTree(Topics.repository().resolve("deploy/topics.yaml").toFile())
                .get("topics");
        for (JsonNode topic : list) {
            if (topic.get("name").asText().equals(TenantTopics.of("<tenant>"))) {
                topic.get("copies").forEach(copied -> topics.add(copied.asText()));
            }
        }
        return topics;
    }

    private static List<String> configured() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = CopiedTopicsTest.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        return List.of(properties
                .getProperty("mp.messaging.incoming.public-events.topics")
                .split(","));
    }
}
