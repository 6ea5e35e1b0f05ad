package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public topic is deleted and made anew, as by a mirror or a restore, and longer than the one before when the index looks. */
@Tag("case-T6")
class TopicsMadeAnewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = "pin.events";

    @TempDir
    Path folder;

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void theIndexHasWhatIsInTheNewOneAndNothingElse() throws Exception {
        provision("before", 20);
        assertEquals(names("before", 20), everybody());
        makeAnew();
        provision("anew", 60);
        assertEquals(names("anew", 60), everybody());
    }

    /** Of a reader that is there all the time, too. */
    @Test
    void itIsNoticedWhileItIsRead() throws Exception {
        try (TopicIdentity identity = new TopicIdentity(broker.connection(), TopicSource.TOPICS, Duration.ZERO)) {
            for (int i = 0; i < 10; i++) {
                assertTrue(identity.isStill());
            }
            makeAnew();
            Awaitility.await().atMost(PATIENCE).until(() -> !identity.isStill());
        }
    }

    private void provision(String name, int count) {
        try (Events events = new Events(broker.bootstrapServers())) {
            for (int i = 0; i < count; i++) {
                events.provisioned("contoso.com", name + i, name + i + "@contoso.com", "One of them");
            }
        }
    }

    private static List<String> names(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).sorted().toList();
    }

    private List<String> everybody() {
        try (ReadModel index = ReadModel.open(
                folder, Map.of("bootstrap.servers", broker.bootstrapServers()), new Uncounted(), Onlooker.NOBODY)) {
            Awaitility.await().atMost(PATIENCE).until(index::isCaughtUp);
            List<String> all = new ArrayList<>();
            index.tenant("contoso.com")
                    .users(new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME), 200, null)
                    .items()
                    .forEach(user -> all.add(user.userId()));
            return all.stream().sorted().toList();
        }
    }

    private void makeAnew() throws Exception {
        try (Admin admin = Admin.create(broker.connection())) {
            TopicDescription before =
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
            admin.deleteTopics(List.of(TOPIC)).all().get();
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                admin.createTopics(
                                List.of(new NewTopic(TOPIC, before.partitions().size(), (short) 1)))
                        .all()
                        .get();
                return true;
            });
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !admin.describeTopics(List.of(TOPIC))
                            .allTopicNames()
                            .get()
                            .get(TOPIC)
                            .topicId()
                            .equals(before.topicId()));
        }
    }

    private static final class Uncounted implements FeedCounters {
        @Override
        public void indexed() {}

        @Override
        public void skipped() {}

        @Override
        public void unreadable() {}

        @Override
        public void behind(long records) {}
    }
}
