package dev.foyer.service.eventsourced;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A running service whose table does not follow its topic any more decides nothing on what it last read, and says why. */
@QuarkusTest
@QuarkusTestResource(ChannelsBroker.class)
@TestProfile(StoppedTableTest.Alone.class)
@Tag("F")
@Tag("case-T4")
class StoppedTableTest {

    private static final String TOPIC = "others.table";

    @Inject
    ListeningService service;

    @Inject
    @LocalAggregates
    Commands commands;

    @Test
    void whatDependsOnATableThatHasStoppedIsNotAnsweredAsDone() throws Exception {
        try (Speaker others = new Speaker(BrokerResource.broker(), TOPIC)) {
            others.say("k", "first");
            await().until(() -> service.words(TOPIC).toList().contains("first"));
            await().until(() -> ready() == 200);
            // Without aggregates there is nothing that it could be passed on to: this is how it fails behind the
            // tables.
            assertThrows(NullPointerException.class, this::ask);

            service.tableDoes(_ -> {
                throw new StackOverflowError("of a test");
            });
            others.say("k", "fatal");

            await().until(() -> ready() == 503);
            String health = Management.get("/q/health/ready").asString();
            assertTrue(health.contains("\"" + TOPIC + "\": \"stopped\""), health);
            var refused = assertThrows(CompletionException.class, this::ask);
            assertEquals(Unavailable.Reason.RECOVERING, ((Unavailable) refused.getCause()).reason());
        }
    }

    private void ask() {
        commands.read(null, "id").toCompletableFuture().join();
    }

    private static int ready() {
        return Management.get("/q/health/ready").statusCode();
    }

    /** A service of its own: others' would stay stopped. */
    public static final class Alone implements QuarkusTestProfile {}
}
