package dev.foyer.service.eventsourced;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The kit's own clients and the channels sign in by SCRAM over TLS, by configuration alone; the password stays in its file. */
@QuarkusTest
@TestProfile(BrokerOverTlsTest.OverTls.class)
class BrokerOverTlsTest {

    private static final String TOPIC = "others.words";

    /** Instead of the open broker that the other tests share. */
    public static final class OverTls implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TlsBroker.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

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
                .until(() -> TopicContents.text(TlsBroker.broker(), "tester.dead-letters")
                        .contains(mine));
        Management.get("/q/health/ready").then().statusCode(200);
    }

    /** What a client is not told, it cannot log. */
    @Test
    void theServiceIsKnownByItsNameAndNoClientIsToldThePassword() {
        Map<String, Object> connection = runner.connection();
        assertEquals("SASL_SSL", connection.get("security.protocol"));
        assertTrue(connection.get("sasl.jaas.config").toString().contains("username=\"tester\""));
        assertFalse(connection.toString().contains(TlsBroker.PASSWORD));
    }
}
