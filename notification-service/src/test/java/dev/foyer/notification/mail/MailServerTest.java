package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-L6")
class MailServerTest {

    private final MailServer server = new MailServer();

    @Test
    void whoTakesNoMailsIsDegradedAndNotDown() {
        assertEquals(Map.of("degraded", false), data());
        server.heard(new Attempt.Deferred("MAIL_SERVER_BUSY: 421 come back"));
        server.heard(new Attempt.Failed("ADDRESS_IS_INVALID", false));
        assertEquals(HealthCheckResponse.Status.UP, server.health().getStatus());
        assertEquals(true, data().get("degraded"));
        assertEquals("MAIL_SERVER_BUSY", data().get("missing"));
    }

    @Test
    void whoSpeaksAgainIsWell() {
        server.heard(new Attempt.Deferred("MAIL_SERVER_UNREACHABLE"));
        server.heard(new Attempt.Failed("MAIL_SERVER_REFUSED: 550 unknown", true));
        assertEquals(Map.of("degraded", false), data());
        server.heard(new Attempt.Deferred("MAIL_SERVER_UNREACHABLE"));
        server.heard(new Attempt.Accepted());
        assertEquals(Map.of("degraded", false), data());
    }

    @Test
    void nothingOfTheServersOwnWordsIsShownHoweverManyLinesTheyAre() {
        server.heard(new Attempt.Deferred("MAIL_SERVER_BUSY: 421-come back\n421 with \"Your PIN is 48151\""));
        assertEquals("MAIL_SERVER_BUSY", data().get("missing"));
    }

    private Map<String, Object> data() {
        return server.health().getData().orElseThrow();
    }
}
