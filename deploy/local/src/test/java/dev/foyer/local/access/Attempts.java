package dev.foyer.local.access;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What one user gets done at a broker, tried out.
 *
 * @param connection of that user
 */
record Attempts(Map<String, Object> connection) {

    private static final byte[] SOMETHING = {1};

    /** Those of the topics that take a record from the user. */
    Set<String> written(Collection<String> topics) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.idempotence", false);
        settings.put("max.block.ms", 20_000);
        Map<String, Future<?>> sent = new TreeMap<>();
        Set<String> taken = new TreeSet<>();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : topics) {
                sent.put(topic, producer.send(new ProducerRecord<>(topic, 0, SOMETHING, SOMETHING)));
            }
            for (var each : sent.entrySet()) {
                if (!isRefused(each.getValue(), TopicAuthorizationException.class)) {
                    taken.add(each.getKey());
                }
            }
        }
        return taken;
    }

    /** Those of the topics that give their first record to the user; each has one. */
    Set<String> read(Collection<String> topics) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("fetch.max.wait.ms", 100);
        Set<String> given = new TreeSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : topics) {
                TopicPartition partition = new TopicPartition(topic, 0);
                consumer.assign(List.of(partition));
                try {
                    consumer.seekToBeginning(List.of(partition));
                    if (!consumer.poll(Duration.ofSeconds(20)).isEmpty()) {
                        given.add(topic);
                    }
                } catch (TopicAuthorizationException e) {
                    continue;
                }
            }
        }
        return given;
    }

    /** Those of the groups in which the user could move positions, as a member does. */
    Set<String> groups(Collection<String> groups, String topic) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> position =
                Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        Map<String, Future<?>> asked = new TreeMap<>();
        try (Admin admin = Admin.create(connection)) {
            groups.forEach(group -> asked.put(
                    group, admin.alterConsumerGroupOffsets(group, position).all()));
            return accepted(asked, GroupAuthorizationException.class);
        }
    }

    /** Those of the transactional ids under which the user could write, and shut out whoever does. */
    Set<String> transactionalIds(Collection<String> ids) throws InterruptedException {
        Map<String, Future<?>> asked = new TreeMap<>();
        try (Admin admin = Admin.create(connection)) {
            admin.fenceProducers(ids).fencedProducers().forEach(asked::put);
            return accepted(asked, TransactionalIdAuthorizationException.class);
        }
    }

    private static Set<String> accepted(Map<String, Future<?>> asked, Class<? extends AuthorizationException> refusal)
            throws InterruptedException {
        Set<String> accepted = new TreeSet<>();
        for (var each : asked.entrySet()) {
            if (!isRefused(each.getValue(), refusal)) {
                accepted.add(each.getKey());
            }
        }
        return accepted;
    }

    /** Another failure means that the user was let in, as far as this goes. */
    private static boolean isRefused(Future<?> asked, Class<? extends AuthorizationException> refusal)
            throws InterruptedException {
        try {
            asked.get();
            return false;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw new IllegalStateException(e.getCause());
            }
            return refusal.isInstance(e.getCause());
        }
    }
}
