package dev.foyer.service.eventsourced;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Refuses to start on a journal of another shape: with other partitions every key would lie somewhere else. */
final class JournalTopicCheck {

    private static final Logger LOG = Logger.getLogger(JournalTopicCheck.class);
    private static final int PATIENCE_SECONDS = 10;

    private JournalTopicCheck() {}

    /**
     * @throws ConfigurationException one sentence, when the journal is missing or has other partitions. A broker that
     *     does not answer is not an error: the service starts, and is ready when the broker is.
     */
    static void check(Map<String, Object> kafka, String journal, int partitions) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
        try (Admin admin = Admin.create(config)) {
            int found = admin.describeTopics(List.of(journal))
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(journal)
                    .partitions()
                    .size();
            if (found != partitions) {
                throw new ConfigurationException(
                        "The topic " + journal + " has " + found + " partitions, but " + partitions
                                + " are configured (foyer.journal-partitions); a journal's partitions never change, nor do those of its snapshots.");
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new ConfigurationException(
                        "The topic " + journal + " does not exist; create the topics of deploy/topics.yaml first.");
            }
            LOG.warnf("The journal %s could not be checked: %s", journal, e.getCause());
        } catch (TimeoutException e) {
            LOG.warnf("The broker does not answer; the journal %s was not checked.", journal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
