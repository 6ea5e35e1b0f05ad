package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Numbers are grouped as the reader's language does it: 1,200 here is 1.200 there. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class LocalNumbersTest {

    private static final int MANY = 1_200;
    private static final Path JAVA = Path.of("src/main/java/dev/foyer/gateway/page");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/page");

    /** A message gets a number as text, from who knows the reader's language. */
    private static final Pattern NUMBER = Pattern.compile("String (\\w+)\\([^)]*\\b(?:int|long|Integer|Long) ");

    private static final Pattern BADGE = Pattern.compile("class=\"badge[^>]*>\\{(?![^}]*\\.grouped\\})([^}]*)\\}");

    /** By the last name of what counts, where people read it. */
    private static final Pattern COUNT = Pattern.compile("(?<!=\")\\{[\\w.]*\\b(total|attempts|failedAttempts|perSecond"
            + "|unknownConferenceIds|organizersGuessedAt|users|left|failed|unchanged|waiting|admitted|possible|held|queued"
            + "|handled|underWay|refusals|moreWaiting|moreInside)\\}");

    @Inject
    ReadModel index;

    @Test
    void manyEventsAreCountedInItalianAsItaliansDo() {
        Awaitility.await().until(() -> index.isCaughtUp());
        List<Position> positions = new ArrayList<>();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            for (int i = 0; i < MANY; i++) {
                positions.add(events.provisioned("contoso.com", "many-1", "many-1@contoso.com", "Many " + i));
            }
            assertTrue(index.passed(positions, Duration.ofSeconds(30)));
        }
        as("auditor")
                .header("Accept-Language", "it")
                .get("/admin/audit?user=many-1")
                .then()
                .statusCode(200)
                .body(containsString("1.200 eventi"));
        as("auditor").get("/admin/audit?user=many-1").then().body(containsString("1,200 events"));
    }

    @Test
    void noMessageAndNoBadgeTakesANumberAsItIs() throws IOException {
        // The one groups it by itself; where a record lies in Kafka is an address, and no amount.
        assertEquals(List.of("count", "place"), found(JAVA, "Messages.java", NUMBER));
        assertEquals(List.of(), found(TEMPLATES, ".html", BADGE));
        assertEquals(List.of(), found(TEMPLATES, ".html", COUNT));
    }

    private static List<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(one -> found.add(one.group(1)));
            }
        }
        return found.stream().sorted().toList();
    }
}
