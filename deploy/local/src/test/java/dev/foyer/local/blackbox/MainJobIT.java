package dev.foyer.local.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.asyncapi.Described;
import dev.foyer.local.demo.Story;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The story of {@code ./foyer demo}, and what the topics and a second start say about it. In order, on one Foyer. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {

    private static final String AMOS = "/api/v1/users/amos.marble@contoso.com";

    @TempDir
    static Path home;

    private static BlackBox foyer;

    @BeforeAll
    static void start() {
        foyer = BlackBox.start(home);
    }

    @AfterAll
    static void stop() {
        foyer.close();
    }

    @Test
    @Order(1)
    void theMainJobIsAsPromised() {
        assertPlays();
    }

    @Test
    @Order(2)
    void itCanBePlayedAgainOnTheSameData() {
        assertPlays();
    }

    @Test
    @Order(3)
    @Tag("E2")
    void eachCallLegWasAdmittedAtMostOnce() throws IOException {
        Map<String, Integer> admissions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : foyer.topics().committed("meeting.events")) {
            if (type(event).equals("foyer.meeting.CallerAdmitted.v1")) {
                JsonNode data = new ObjectMapper().readTree(event.value());
                admissions.merge(data.path("callId").asText(), 1, Integer::sum);
            }
        }
        assertFalse(admissions.isEmpty());
        admissions.forEach((callId, count) -> assertEquals(1, count, callId));
    }

    @Test
    @Order(4)
    @Tag("F")
    void everyPublishedRecordIsAsTheAsyncApiDocumentSays() throws IOException {
        Described described = Described.committed();
        for (String topic : described.topics()) {
            for (ConsumerRecord<byte[], byte[]> record : foyer.topics().committed(topic)) {
                assertEquals(List.of(), described.problems(record), topic);
                assertEquals(subject(record), new String(record.key(), UTF_8), topic);
            }
        }
        assertFalse(foyer.topics().committed("pin.events").isEmpty());
    }

    @Test
    @Order(5)
    void aSecondStartFindsAllData() {
        Answer before = foyer.cast().admin().get(AMOS);
        Answer settings = foyer.cast().admin().get("/api/v1/settings");
        foyer.close();

        foyer = BlackBox.start(home);

        assertEquals(before.body(), foyer.cast().admin().get(AMOS).body());
        assertEquals(
                settings.body(), foyer.cast().admin().get("/api/v1/settings").body());
        assertPlays();
    }

    private static void assertPlays() {
        List<String> said = new ArrayList<>();
        assertTrue(new Story(said::add).play(foyer.cast()), () -> String.join("\n", said));
        said.forEach(System.out::println);
    }

    private static String type(ConsumerRecord<byte[], byte[]> event) {
        return header(event, "ce_type");
    }

    private static String subject(ConsumerRecord<byte[], byte[]> event) {
        return header(event, "ce_subject");
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
