package dev.foyer.local.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a service is to the broker beside its topics.
 *
 * @param name its user
 * @param journal that its transactions are for; null for a service without one
 * @param groups that it is a member of or asks about
 * @param transactionalIds with {@code <partition>} for each partition of the journal
 */
public record Service(
        String name,
        String journal,
        List<String> groups,
        @JsonProperty("transactional-ids") List<String> transactionalIds) {

    private static final String PARTITION = "<partition>";

    /** What the file leaves out is nothing. */
    public Service {
        Objects.requireNonNull(name, "a service without a name");
        groups = groups == null ? List.of() : List.copyOf(groups);
        transactionalIds = transactionalIds == null ? List.of() : List.copyOf(transactionalIds);
    }

    Service of(int partitions) {
        return new Service(
                name,
                journal,
                groups,
                transactionalIds.stream()
                        .flatMap(id -> id.contains(PARTITION) ? ofEach(id, partitions) : Stream.of(id))
                        .toList());
    }

    private static Stream<String> ofEach(String id, int partitions) {
        return IntStream.range(0, partitions).mapToObj(partition -> id.replace(PARTITION, Integer.toString(partition)));
    }
}
