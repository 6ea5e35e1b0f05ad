package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.TenantName;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * One record of a topic of dead letters: what could not be used, with the reason and where it was read in headers behind its own.
 * Immutable but for its bytes.
 *
 * @param id the same however often the same record is buried
 * @param reader the service that could not use it
 * @param reason a sentence that says what to do
 * @param lies where the letter itself is
 * @param origin where the record was read
 * @param kept what of the record the letter has
 * @param content the record as it was read, as far as it is kept
 */
public record BuriedRecord(
        String id,
        String reader,
        String reason,
        Place lies,
        Instant buriedAt,
        Place origin,
        Kept kept,
        ConsumerRecord<byte[], byte[]> content) {

    /** What all our headers begin with. */
    public static final String PREFIX = "dead-letter-";

    public static final String ID = PREFIX + "id";
    public static final String REASON = PREFIX + "reason";
    public static final String READER = PREFIX + "reader";
    public static final String TOPIC = PREFIX + "topic";
    public static final String PARTITION = PREFIX + "partition";
    public static final String OFFSET = PREFIX + "offset";
    /** When the record was written, in milliseconds. */
    public static final String WRITTEN_AT = PREFIX + "written-at";

    public static final String KEPT = PREFIX + "kept";

    /** Stands where a tenant stands, of letters that are no tenant's. */
    public static final String NO_TENANT = "-";

    private static final Pattern OF_TENANT = Pattern.compile("(in|out)\\.(.+)\\.[a-z]+");

    /** How much of a record its letter has. */
    public enum Kept {
        /** All of it. */
        WHOLE,
        /** Not its value, which is for its reader only or has no room here: it lies where it was read. */
        AT_ORIGIN,
        /** Nothing, because it may hold a PIN. */
        NOTHING
    }

    /** Where a record is. */
    public record Place(String topic, int partition, long offset) {}

    /** The topic of what this service could not use, e.g. {@code pin.dead-letters}. */
    public static String topicOf(String service) {
        return (service.endsWith("-service") ? service.substring(0, service.length() - "-service".length()) : service)
                + ".dead-letters";
    }

    /** @throws Unacceptable when it is none */
    public static BuriedRecord read(ConsumerRecord<byte[], byte[]> letter) {
        Headers headers = letter.headers();
        try {
            Place origin = new Place(
                    text(headers, TOPIC),
                    Integer.parseInt(text(headers, PARTITION)),
                    Long.parseLong(text(headers, OFFSET)));
            Kept kept = Kept.valueOf(text(headers, KEPT));
            long writtenAt = Long.parseLong(text(headers, WRITTEN_AT));
            return new BuriedRecord(
                    text(headers, ID),
                    text(headers, READER),
                    text(headers, REASON),
                    new Place(letter.topic(), letter.partition(), letter.offset()),
                    Instant.ofEpochMilli(letter.timestamp()),
                    origin,
                    kept,
                    record(origin, writtenAt, letter.key(), letter.value(), without(headers)));
        } catch (IllegalArgumentException e) {
            throw new Unacceptable("The headers of this dead letter do not say what it is.");
        }
    }

    /** Whose topic it was read from; that alone proves it. Empty for what is no tenant's. */
    public Optional<String> tenant() {
        Matcher name = OF_TENANT.matcher(origin.topic());
        return name.matches() && TenantName.isValid(name.group(2)) ? Optional.of(name.group(2)) : Optional.empty();
    }

    /** The same, with {@link #NO_TENANT} for what is no tenant's. */
    public String owner() {
        return tenant().orElse(NO_TENANT);
    }

    /** Whether the tenant itself wrote what is in it, so that nothing is told by showing it. */
    public boolean isOfTenantsOwn() {
        return kept == Kept.WHOLE && tenant().isPresent() && origin.topic().startsWith("in.");
    }

    /** {@code pin} of {@code pin-service}. */
    public String service() {
        return reader.toLowerCase(Locale.ROOT).replaceFirst("-service$", "");
    }

    private static ConsumerRecord<byte[], byte[]> record(
            Place origin, long writtenAt, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                writtenAt,
                TimestampType.CREATE_TIME,
                key == null ? ConsumerRecord.NULL_SIZE : key.length,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    /** Ours come last: whatever a record itself calls so is its own, and says nothing. */
    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException(name);
        }
        return new String(header.value(), UTF_8);
    }

    private static Headers without(Headers headers) {
        RecordHeaders own = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PREFIX)) {
                own.add(header);
            }
        }
        return own;
    }
}
