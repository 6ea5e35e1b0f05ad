package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.broker.BrokerProcess;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.TopicCreator;
import dev.foyer.local.topics.TopicList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one broker into another, with what a broker really has in its topics: aborted records, markers, and nothing at their beginning. */
@Tag("long")
class BackupOnABrokerTest {

    private static final TopicPartition DELIVERIES = new TopicPartition("pin.deliveries", 0);
    private static final TopicPartition MAILS = new TopicPartition("notification.journal", 0);
    private static final String GROUP = "notification-service.pin.deliveries";

    @TempDir
    Path folder;

    @Test
    @Tag("D6")
    void whatIsCommittedComesBackAndPointsToItsNewPlace() throws Exception {
        Path backup = folder.resolve("backup");
        Set<AclBinding> rules;
        try (BrokerProcess before = BrokerProcess.start(folder.resolve("before"))) {
            provision(before);
            write(before);
            rules = rules(before);
            new Backup(before.superUser(), backup, line -> {}).take(Map.of(), "test", Backup.Asking.NOBODY);
        }
        try (BrokerProcess after = BrokerProcess.start(folder.resolve("after"))) {
            halfRestored(after, backup);
            // Nothing may start on what is half there; the next attempt makes it whole.
            assertThrows(CannotRun.class, () -> provision(after));
            killedBeforeItsEnd(after, backup);
            assertThrows(CannotRun.class, () -> provision(after));
            new Restore(after.superUser(), backup, line -> {}).into(null, done -> {});
            provision(after);

            assertEquals(List.of("second", "third"), values(after, DELIVERIES));
            assertEquals(
                    List.of(
                            "{\"sealedPin\":{\"partition\":0,\"offset\":1}}",
                            "{\"sealedPin\":{\"partition\":0,\"offset\":" + Places.GONE + "}}"),
                    values(after, MAILS));
            assertEquals(rules, rules(after));
            try (Admin admin = Admin.create(after.superUser())) {
                // It had handled "first" and "second".
                assertEquals(
                        new OffsetAndMetadata(1).offset(),
                        admin.listConsumerGroupOffsets(GROUP)
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .get(DELIVERIES)
                                .offset());
                assertEquals(
                        "604800000",
                        new Cluster(after.superUser())
                                .settings("pin.deliveries")
                                .get("retention.ms"));
                assertTrue(!admin.listTopics().names().get().contains(TopicCreator.RESTORING));
            }
            CannotRun refused = assertThrows(
                    CannotRun.class, () -> new Restore(after.superUser(), backup, line -> {}).into(null, done -> {}));
            assertTrue(refused.getMessage().contains("not empty"), refused::getMessage);
        }
    }

    private static void provision(BrokerProcess broker) {
        Provisioning.of(broker.home(), TopicList.read(Repository.find().topics()), List.of("contoso.com"))
                .apply(line -> {});
    }

    /** Its first record is forgotten, and between the others lie an aborted one and markers. */
    private static void write(BrokerProcess broker) throws Exception {
        Map<String, Object> settings = new HashMap<>(broker.superUser());
        settings.put("transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            send(producer, DELIVERIES, "first", true);
            send(producer, DELIVERIES, "aborted", false);
            long second = send(producer, DELIVERIES, "second", true);
            long third = send(producer, DELIVERIES, "third", true);
            send(producer, MAILS, "{\"sealedPin\":{\"partition\":0,\"offset\":" + third + "}}", true);
            send(producer, MAILS, "{\"sealedPin\":{\"partition\":0,\"offset\":0}}", true);
            try (Admin admin = Admin.create(broker.superUser())) {
                admin.deleteRecords(Map.of(DELIVERIES, RecordsToDelete.beforeOffset(second)))
                        .all()
                        .get();
                admin.alterConsumerGroupOffsets(GROUP, Map.of(DELIVERIES, new OffsetAndMetadata(second + 1)))
                        .all()
                        .get();
            }
        }
    }

    private static long send(
            KafkaProducer<byte[], byte[]> producer, TopicPartition partition, String value, boolean commits)
            throws Exception {
        producer.beginTransaction();
        var sent = producer.send(new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                "mailbox:contoso.com/u".getBytes(UTF_8),
                value.getBytes(UTF_8)));
        producer.flush();
        if (commits) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
        return sent.get().offset();
    }

    /** As one that was killed in its middle leaves it. */
    private static void halfRestored(BrokerProcess broker, Path backup) throws Exception {
        try (Admin admin = Admin.create(broker.superUser());
                var producer =
                        new KafkaProducer<>(broker.superUser(), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(
                            new NewTopic(TopicCreator.RESTORING, 1, (short) 1),
                            new NewTopic("pin.deliveries", 3, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>("pin.deliveries", 0, null, "second".getBytes(UTF_8)))
                    .get();
        }
    }

    /** All is restored, and nobody knows yet that mails of before must wait. */
    private static void killedBeforeItsEnd(BrokerProcess broker, Path backup) {
        List<Restore.Done> told = new ArrayList<>();
        Restore restore = new Restore(broker.superUser(), backup, line -> {});
        assertThrows(
                IllegalStateException.class,
                () -> restore.into(null, done -> {
                    told.add(done);
                    throw new IllegalStateException("killed");
                }));
        assertEquals(List.of(2L, 0L, 0L), told.getFirst().ends().get("notification-service"));
    }

    private static Set<AclBinding> rules(BrokerProcess broker) throws Exception {
        try (Admin admin = Admin.create(broker.superUser())) {
            return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        }
    }

    private static List<String> values(BrokerProcess broker, TopicPartition partition) {
        try (var consumer =
                new KafkaConsumer<>(broker.superUser(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(new String(record.value(), UTF_8)));
            }
            return values;
        }
    }
}
