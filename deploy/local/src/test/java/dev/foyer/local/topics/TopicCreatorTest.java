package dev.foyer.local.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.topics.Topic.Cleanup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreatorTest {

    @TempDir
    static Path folder;

    private static BrokerProcess broker;

    @BeforeAll
    static void startBroker() {
        broker = BrokerProcess.start(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void createsWhatIsMissingAndNothingTwice() {
        try (TopicCreator creator = new TopicCreator(broker.superUser())) {
            assertEquals(1, creator.create(list(topic("first", 3))));
            assertEquals(1, creator.create(list(topic("first", 3), topic("second", 1))));
            assertEquals(0, creator.create(list(topic("first", 3), topic("second", 1))));
        }
    }

    @Test
    void anotherPartitionCountStopsTheStart() {
        try (TopicCreator creator = new TopicCreator(broker.superUser())) {
            creator.create(list(topic("third", 3)));
            CannotRun problem = assertThrows(CannotRun.class, () -> creator.create(list(topic("third", 6))));
            assertTrue(
                    problem.getMessage().startsWith("Topic third has 3 partitions, deploy/topics.yaml says 6"),
                    problem.getMessage());
        }
    }

    private static TopicList list(Topic... topics) {
        return new TopicList(List.of(topics), List.of(), List.of());
    }

    private static Topic topic(String name, int partitions) {
        return new Topic(name, "key", partitions, Cleanup.delete, "7", List.of(), List.of(), List.of(), "test");
    }
}
