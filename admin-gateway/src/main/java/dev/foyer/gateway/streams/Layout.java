package dev.foyer.gateway.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Which partition has which place in {@link Positions}: by topic and number, so at every gateway the same. Immutable. */
public final class Layout {

    private static final int ENOUGH = 22;

    private final String topics;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Integer> places = new HashMap<>();

    private Layout(String topics, List<TopicPartition> partitions) {
        this.topics = topics;
        this.partitions = partitions;
        for (int place = 0; place < partitions.size(); place++) {
            places.put(partitions.get(place), place);
        }
    }

    /** @param ids of the topics, by their names; a topic that is made anew has another */
    static Layout of(SortedMap<String, String> ids, List<TopicPartition> partitions) {
        String topics = ids.size() == 1 ? ids.firstEntry().getValue() : digest(ids);
        return new Layout(
                topics,
                partitions.stream()
                        .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                        .toList());
    }

    private static String digest(SortedMap<String, String> ids) {
        String all = ids.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, ENOUGH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    /** @throws IllegalStateException of a partition that was not there when this was made */
    int place(TopicPartition partition) {
        Integer place = places.get(partition);
        if (place == null) {
            throw new IllegalStateException("There is a new partition: " + partition);
        }
        return place;
    }

    /** @param next of every partition */
    public Positions positions(Map<TopicPartition, Long> next) {
        return new Positions(topics, partitions.stream().mapToLong(next::get).toArray());
    }

    /** Up to these, where they say something; what they do not say stays. */
    Positions advanced(Positions before, Map<TopicPartition, Long> next) {
        long[] now = before.next();
        next.forEach((partition, offset) -> now[place(partition)] = Math.max(now[place(partition)], offset));
        return new Positions(topics, now);
    }
}
