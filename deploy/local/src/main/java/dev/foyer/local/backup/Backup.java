package dev.foyer.local.backup;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.topics.TopicCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Takes a backup of a cluster that goes on working. It is one of a moment: first it is asked how far everybody has read, then comes the
 * moment, and then all is read that was written until it. So nobody has read what is not there, and what is read once more is known by
 * its id. Killed at any time it leaves no backup, and may be taken again into the same folder.
 */
public final class Backup {

    /** Longer than a record that was made by then takes to the broker, and than two clocks differ. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Map<String, Object> connection;
    private final BackupFolder folder;
    private final Console console;

    /** @param connection of somebody who may read everything */
    public Backup(Map<String, Object> connection, Path folder, Console console) {
        this.connection = connection;
        this.folder = new BackupFolder(folder);
        this.console = console;
    }

    /** Asks the services what they make of their journals, up to these ends by partition. */
    @FunctionalInterface
    public interface Asking {

        /** Nobody is asked. */
        Asking NOBODY = (service, ends) -> List.of();

        List<Manifest.States> states(String service, List<Long> ends);
    }

    /**
     * Returns when it is whole.
     *
     * @param keys that belong to it, see {@link KeyIds}
     */
    public Manifest take(Map<String, List<Manifest.Key>> keys, String version, Asking asking) {
        folder.begin();
        try (Cluster cluster = new Cluster(connection)) {
            Set<String> names = cluster.topics();
            if (names.contains(TopicCreator.RESTORING)) {
                throw new CannotRun("A restore into this cluster has not ended; end it first.");
            }
            Map<String, List<Manifest.Reached>> groups = cluster.groups();
            Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Map<String, TopicDescription> topics = cluster.describe(names);
            List<TopicPartition> partitions = topics.values().stream()
                    .flatMap(topic ->
                            topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                    .toList();
            Map<TopicPartition, Long> ends = endsOf(cluster, partitions, moment);
            Map<TopicPartition, Long> begins = cluster.begins(partitions);
            List<Manifest.Topic> saved = new ArrayList<>();
            for (TopicDescription topic : topics.values()) {
                saved.add(save(cluster, topic, begins, ends));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    version,
                    cluster.id(),
                    moment,
                    saved,
                    groups,
                    cluster.rules(),
                    keys,
                    states(saved, moment, asking));
            folder.end(manifest);
            return manifest;
        }
    }

    /** What is in an open transaction may count; it is settled within the transaction's time limit. */
    private static Map<TopicPartition, Long> endsOf(Cluster cluster, List<TopicPartition> partitions, Instant moment) {
        Cluster.await("the moment is over", () -> Instant.now().isAfter(moment.plus(ON_THE_WAY)));
        Map<TopicPartition, Long> written = cluster.ends(partitions);
        Map<TopicPartition, Long> committed = new HashMap<>();
        Cluster.await("all transactions of before are over", () -> {
            committed.putAll(cluster.committedEnds(partitions));
            return written.entrySet().stream().allMatch(each -> committed.get(each.getKey()) >= each.getValue());
        });
        return committed;
    }

    private Manifest.Topic save(
            Cluster cluster, TopicDescription topic, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        List<Manifest.Part> parts = new ArrayList<>();
        long records = 0;
        boolean empty = topic.name().endsWith(".snapshots");
        for (int number = 0; number < topic.partitions().size(); number++) {
            TopicPartition partition = new TopicPartition(topic.name(), number);
            Manifest.Part part = empty
                    ? new Manifest.Part(number, begins.get(partition), ends.get(partition), 0, null, null)
                    : save(partition, begins.get(partition), ends.get(partition));
            parts.add(part);
            records += part.records();
        }
        if (!empty) {
            console.say(topic.name() + ": " + records + " records.");
        }
        return new Manifest.Topic(topic.name(), topic.topicId().toString(), cluster.settings(topic.name()), parts);
    }

    private Manifest.Part save(TopicPartition partition, long begin, long end) {
        String name = BackupFolder.fileOf(partition.topic(), partition.partition());
        Path file = folder.file(name);
        long records;
        try (RecordFile.Writer writer = new RecordFile.Writer(file)) {
            readTo(partition, begin, end, writer);
            records = writer.records();
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be written: " + e.getMessage() + ".", e);
        }
        return new Manifest.Part(partition.partition(), begin, end, records, name, BackupFolder.sha256(file));
    }

    private void readTo(TopicPartition partition, long begin, long end, RecordFile.Writer writer) throws IOException {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, begin);
            long progress = System.nanoTime();
            while (consumer.position(partition) < end) {
                long before = consumer.position(partition);
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < end) {
                        writer.add(stored(record));
                    }
                }
                if (consumer.position(partition) > before) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > SILENCE.toNanos()) {
                    throw new CannotRun(
                            "The broker gives nothing more of " + partition + "; look at it, and try again.");
                }
            }
        }
    }

    private static StoredRecord stored(ConsumerRecord<byte[], byte[]> record) {
        List<StoredRecord.Field> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new StoredRecord.Field(header.key(), header.value())));
        return new StoredRecord(record.offset(), record.timestamp(), record.key(), record.value(), headers);
    }

    private Map<String, List<Manifest.States>> states(List<Manifest.Topic> topics, Instant moment, Asking asking) {
        return topics.stream()
                .filter(topic -> topic.name().endsWith(".journal"))
                .map(topic ->
                        Map.entry(service(topic), asking.states(service(topic), JournalEnds.at(folder, topic, moment))))
                .filter(found -> !found.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** {@code pin-service} of {@code pin.journal}. */
    static String service(Manifest.Topic journal) {
        return journal.name().replace(".journal", "-service");
    }
}
