package dev.foyer.local.topics;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** Brings a broker's topics in line with the list, without ever changing or deleting one. */
public final class TopicCreator implements AutoCloseable {

    /** Is there while a backup is being restored: nothing may start before all of it is there. */
    public static final String RESTORING = "foyer.restore-has-not-ended";

    private static final short REPLICATION = 1;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Admin admin;

    /** @param connection to a broker that answers, of somebody who may create topics there */
    public TopicCreator(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        this.admin = Admin.create(settings);
    }

    /**
     * Creates what is missing, and returns when the broker shows it.
     *
     * @return how many topics were created
     * @throws CannotRun when one exists with another number of partitions; nothing was created then
     */
    public int create(TopicList list) {
        try {
            Set<String> existing = admin.listTopics().names().get();
            if (existing.contains(RESTORING)) {
                throw new CannotRun(
                        "A restore into this broker has not ended; call ./foyer restore once more, with the same"
                                + " folder.");
            }
            for (Topic topic : list.topics()) {
                if (existing.contains(topic.name())) {
                    checkPartitions(topic);
                }
            }
            List<NewTopic> missing = list.topics().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> topic.toCreate(REPLICATION))
                    .toList();
            admin.createTopics(missing).all().get();
            awaitVisible(missing.stream().map(NewTopic::name).toList());
            return missing.size();
        } catch (ExecutionException e) {
            throw new CannotRun(
                    "The topics could not be created: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while the topics were created.", e);
        }
    }

    /** The controller has a topic a moment before the broker knows it. */
    private void awaitVisible(List<String> created) {
        Pause.untilTrue(Duration.ofMillis(TIMEOUT_MILLIS), () -> {
            try {
                return admin.listTopics().names().get().containsAll(created);
            } catch (ExecutionException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        });
    }

    private void checkPartitions(Topic topic) throws ExecutionException, InterruptedException {
        TopicDescription found = admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .get(topic.name());
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            throw new CannotRun("Topic " + topic.name() + " has " + partitions + " partitions, deploy/topics.yaml says "
                    + topic.partitions() + ": its keys would no longer be found; restore the number, or start with an"
                    + " empty FOYER_HOME.");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
