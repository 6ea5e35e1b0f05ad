package dev.foyer.notification.contract;

import dev.foyer.eventsourcing.testing.DeadLetterContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of dead letters is published as the examples say. */
@Tag("F")
class DeadLettersContractTest {

    private final DeadLetterContract contract = new DeadLetterContract(
            Path.of("src/main/resources/contracts/notification.events"), "notification", "notification.events");

    @Test
    void whatIsPublishedIsWhatTheExamplesSay() throws IOException {
        contract.whatIsPublishedIsWhatTheExamplesSay();
    }

    @Test
    void theSchemasHaveEveryField() throws IOException {
        contract.schemasHaveEveryField();
    }
}
