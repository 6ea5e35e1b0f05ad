package dev.foyer.service.eventsourced;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** The kit's own clients and the channels sign in by SCRAM over TLS, by configuration alone; the password stays in its file. */
@QuarkusTest
@QuarkusTestResource(value = TlsBroker.class, restrictToAnnotatedClass = true)
class BrokerOverTlsTest {

    private static final String TOPIC = "others.words";

    @Inject
    ListeningService service;

    @Inject
    ServiceRunner runner;

    private final String mine = UUID.randomUUID().toString();

    @Test
    void channelsReadAndDeadLettersAreWritten() throws Exception {
        try (Speaker others = new Speaker(TlsBroker.broker(), TOPIC)) {
            others.sayJunk("k", mine.getBytes());
            others.say("k", mine);
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> service.words(TOPIC).toList().contains(mine));
        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        TopicContents.text(TlsBroker.broker(), "dead-letters").contains(mine));
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void theServiceIsKnownByItsName() throws Exception {
        Map<String, Object> connection = runner.connection();
        assertEquals("SASL_SSL", connection.get("security.protocol"));
        assertTrue(connection.get("sasl.jaas.config").toString().contains("username=\"tester\""));
        assertFalse(connection.toString().contains(TlsBroker.PASSWORD), "Clients log what they are told");
    }

    @Test
    void noClientLogsThePassword() throws Exception {
        Listening said = new Listening();
        Logger kafka = Logger.getLogger("org.apache.kafka");
        kafka.addHandler(said);
        try (Admin admin = Admin.create(new HashMap<>(runner.connection()))) {
            admin.describeCluster().clusterId().get();
        } finally {
            kafka.removeHandler(said);
        }
        String log = String.join("\n", said.lines);
        assertTrue(log.contains("sasl.jaas.config"), log);
        assertFalse(log.contains(TlsBroker.PASSWORD), log);
    }

    /** Keeps what is logged. */
    private static final class Listening extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
