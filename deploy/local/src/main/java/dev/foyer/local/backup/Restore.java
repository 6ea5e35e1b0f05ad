package dev.foyer.local.backup;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.topics.TopicCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a backup, as of some moment, into a cluster that has none of its topics. While it does, a topic says so: Foyer does not start
 * there, and a restore that was killed begins anew by removing what it had made. Where a record comes to lie is known beforehand
 * ({@link Places}) and compared with what the broker says of each.
 */
public final class Restore {

    /** So long before an earlier moment than the backup's own everybody is taken to have handled what there was. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final short ONCE = 1;
    private static final int MOST_COPIES = 3;

    private final Map<String, Object> connection;
    private final BackupFolder folder;
    private final Console console;

    /** @param connection of somebody who may do everything */
    public Restore(Map<String, Object> connection, Path folder, Console console) {
        this.connection = connection;
        this.folder = new BackupFolder(folder);
        this.console = console;
    }

    /**
     * What was restored.
     *
     * @param moment as of which
     * @param ends of the journals, by service and partition, in the new cluster
     * @param losses what happened to PINs after that moment, as far as the backup knows
     */
    public record Done(Instant moment, Map<String, List<Long>> ends, List<Losses.Loss> losses) {}

    /**
     * Returns when all is there, and Foyer may start.
     *
     * @param until as of when; {@code null}: the backup's own moment
     * @param last keeps what must be known before anything starts there. Called when all is restored and nothing may start yet: who is killed
     *     in it, or before, restores once more, and it is called again
     */
    public Done into(Instant until, Consumer<Done> last) {
        Manifest manifest = folder.manifest();
        Instant moment = until == null ? manifest.moment() : until;
        if (moment.isAfter(manifest.moment())) {
            throw new CannotRun("The backup is of " + manifest.moment() + " and knows nothing of " + until
                    + "; give an earlier moment, or none.");
        }
        folder.check(manifest);
        try (Cluster cluster = new Cluster(connection)) {
            begin(cluster, manifest);
            Places places = places(manifest, moment);
            Map<String, String> formerIds =
                    manifest.topics().stream().collect(Collectors.toMap(Manifest.Topic::name, Manifest.Topic::id));
            Translation translation = new Translation(places, formerIds, cluster.ids(formerIds.keySet()));
            for (Manifest.Topic topic : manifest.topics()) {
                write(topic, moment, places, translation);
            }
            manifest.groups()
                    .forEach((group, reached) ->
                            cluster.setPositions(group, positions(manifest, reached, moment, places)));
            cluster.addRules(manifest.rules());
            Done done = new Done(moment, ends(manifest, places), new Losses(folder).after(moment));
            last.accept(done);
            cluster.delete(Set.of(TopicCreator.RESTORING));
            return done;
        }
    }

    private void begin(Cluster cluster, Manifest manifest) {
        Set<String> wanted =
                manifest.topics().stream().map(Manifest.Topic::name).collect(Collectors.toSet());
        Set<String> there = cluster.topics();
        if (there.contains(TopicCreator.RESTORING)) {
            console.say("A restore was begun here and has not ended: what it made is removed.");
            cluster.delete(wanted);
        } else {
            there.retainAll(wanted);
            if (!there.isEmpty()) {
                throw new CannotRun(
                        "The cluster is not empty, it has " + there.iterator().next() + " and " + (there.size() - 1)
                                + " more topics of the backup; restore into an empty one.");
            }
            cluster.create(List.of(new NewTopic(TopicCreator.RESTORING, 1, ONCE)));
        }
        short copies = (short) Math.min(MOST_COPIES, cluster.brokers());
        cluster.create(manifest.topics().stream()
                .map(topic -> new NewTopic(topic.name(), topic.parts().size(), copies).configs(topic.settings()))
                .toList());
    }

    private Places places(Manifest manifest, Instant moment) {
        Places places = new Places();
        Moment kept = new Moment(moment);
        for (Manifest.Topic topic : manifest.topics()) {
            for (Manifest.Part part : topic.parts()) {
                kept.read(folder, topic, part, record -> places.kept(topic.name(), part.partition(), record.offset()));
            }
        }
        return places;
    }

    private void write(Manifest.Topic topic, Instant moment, Places places, Translation translation) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 * 1024 * 1024);
        AtomicReference<String> wrong = new AtomicReference<>();
        long records = 0;
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Manifest.Part part : topic.parts()) {
                long[] next = {0};
                new Moment(moment).read(folder, topic, part, record -> {
                    long place = next[0]++;
                    producer.send(
                            record(topic.name(), part.partition(), translation.of(topic.name(), record)),
                            (written, failure) -> {
                                if (failure != null || written.offset() != place) {
                                    wrong.compareAndSet(
                                            null,
                                            failure != null
                                                    ? failure.getMessage()
                                                    : "record " + place + " came to lie at " + written.offset());
                                }
                            });
                });
                records += next[0];
            }
        }
        if (wrong.get() != null) {
            throw new CannotRun(topic.name() + " could not be restored: " + wrong.get() + "; restore once more.");
        }
        if (!topic.isEmpty()) {
            console.say(topic.name() + ": " + records + " records.");
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, StoredRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach(header -> headers.add(header.name(), header.value()));
        return new ProducerRecord<>(topic, partition, record.timestamp(), record.key(), record.value(), headers);
    }

    /** Of an earlier moment nobody knows how far they were: everything is handled again that may not have been, and known by its id. */
    private Map<TopicPartition, OffsetAndMetadata> positions(
            Manifest manifest, List<Manifest.Reached> reached, Instant moment, Places places) {
        Map<String, Manifest.Topic> topics =
                manifest.topics().stream().collect(Collectors.toMap(Manifest.Topic::name, topic -> topic));
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (Manifest.Reached each : reached) {
            Manifest.Topic topic = topics.get(each.topic());
            if (topic != null) {
                long former = moment.equals(manifest.moment())
                        ? each.offset()
                        : Math.min(
                                each.offset(), firstSince(topic, each.partition(), moment.minus(LATE), each.offset()));
                positions.put(
                        new TopicPartition(each.topic(), each.partition()),
                        new OffsetAndMetadata(places.behind(each.topic(), each.partition(), former)));
            }
        }
        return positions;
    }

    private long firstSince(Manifest.Topic topic, int partition, Instant since, long otherwise) {
        Manifest.Part part = topic.parts().get(partition);
        if (part.file() == null) {
            return otherwise;
        }
        List<Long> first = new ArrayList<>();
        RecordFile.read(folder.file(part.file()), record -> {
            if (first.isEmpty() && record.timestamp() >= since.toEpochMilli()) {
                first.add(record.offset());
            }
        });
        return first.isEmpty() ? otherwise : first.getFirst();
    }

    private static Map<String, List<Long>> ends(Manifest manifest, Places places) {
        return manifest.topics().stream()
                .filter(topic -> topic.name().endsWith(".journal"))
                .collect(Collectors.toMap(
                        Backup::service,
                        topic -> topic.parts().stream()
                                .map(part -> places.count(topic.name(), part.partition()))
                                .toList()));
    }
}
