package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.StoredPlaces;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record as it has to be in the new cluster: whatever in it says where a record lies, by its offset or by the broker's id of a topic,
 * says the new place. Nothing else is touched, and a record that says no place stays as it is, byte for byte.
 *
 * <p>Places stand in four things: in what journals' events and answers point to ({@link StoredPlaces}), in the ids of commands that were
 * read from tenants' topics ({@link dev.foyer.base.events.InboundId}), in the headers of dead letters, and in the positions of groups.
 * Public events are contracts and signed, so they keep what they say; nothing of ours looks there for a place.
 */
final class Translation {

    /** How much of a topic's id stands in the ids of commands. */
    private static final int ID_LENGTH = 8;

    private static final String COMMAND = "cmd";
    private static final String ANSWER = "answer";
    private static final String JOURNAL = ".journal";
    private static final String DEAD_LETTERS = ".dead-letters";

    /** {@code request~in.contoso.com.directory-0@AbCdEfGh~4711~1795788068787}, and what a step of it adds. */
    private static final Pattern READ_FROM_TOPIC =
            Pattern.compile("([^~]+)~(in\\.[^~@]+)-(\\d+)@([^~]+)~(\\d+)~(\\d+)(.*)", Pattern.DOTALL);

    /** Whose commands are known by their place. */
    private static final String READER_OF_TENANTS = "pin.journal";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Places places;
    private final Map<String, String> formerIds;
    private final Map<String, String> newIds;

    /**
     * @param formerIds the broker's ids of the topics that were backed up, by name
     * @param newIds those of the topics that there are now
     */
    Translation(Places places, Map<String, String> formerIds, Map<String, String> newIds) {
        this.places = places;
        this.formerIds = formerIds;
        this.newIds = newIds;
    }

    StoredRecord of(String topic, StoredRecord record) {
        if (topic.endsWith(DEAD_LETTERS)) {
            return record.with(record.value(), letterHeaders(record.headers()));
        }
        if (!topic.endsWith(JOURNAL)) {
            return record;
        }
        StoredPlaces.Change change = new OfJournal(topic, new String(record.key(), UTF_8));
        List<StoredRecord.Field> headers = record.headers().stream()
                .map(header -> switch (header.name()) {
                    case COMMAND -> new StoredRecord.Field(COMMAND, command(topic, header.value()));
                    case ANSWER -> new StoredRecord.Field(ANSWER, json(header.value(), change));
                    default -> header;
                })
                .toList();
        return record.with(json(record.value(), change), headers);
    }

    private byte[] json(byte[] value, StoredPlaces.Change change) {
        try {
            JsonNode tree = JSON.readTree(value);
            return tree != null && StoredPlaces.change(tree, change) ? JSON.writeValueAsBytes(tree) : value;
        } catch (IOException e) {
            return value; // nothing of ours; who reads it says so
        }
    }

    private byte[] command(String journal, byte[] value) {
        Matcher read = READ_FROM_TOPIC.matcher(new String(value, UTF_8));
        if (!journal.equals(READER_OF_TENANTS) || !read.matches() || !isFormer(read.group(2), read.group(4))) {
            return value; // of a topic that was another one even then: nothing is known by such a place any more
        }
        String topic = read.group(2);
        long order = places.order(topic, Integer.parseInt(read.group(3)), Long.parseLong(read.group(5)));
        return String.join(
                        "~",
                        read.group(1),
                        topic + "-" + read.group(3) + "@" + begin(newIds.get(topic)),
                        Long.toString(order),
                        read.group(6) + read.group(7))
                .getBytes(UTF_8);
    }

    private boolean isFormer(String topic, String id) {
        return formerIds.containsKey(topic) && newIds.containsKey(topic) && id.equals(begin(formerIds.get(topic)));
    }

    private static String begin(String id) {
        return id.substring(0, ID_LENGTH);
    }

    private List<StoredRecord.Field> letterHeaders(List<StoredRecord.Field> headers) {
        String topic = text(headers, BuriedRecord.TOPIC);
        String partition = text(headers, BuriedRecord.PARTITION);
        String offset = text(headers, BuriedRecord.OFFSET);
        if (topic == null || !isNumber(partition) || !isNumber(offset)) {
            return headers;
        }
        String now = Long.toString(places.of(topic, Integer.parseInt(partition), Long.parseLong(offset)));
        return headers.stream()
                .map(header -> header.name().equals(BuriedRecord.OFFSET)
                        ? new StoredRecord.Field(BuriedRecord.OFFSET, now.getBytes(UTF_8))
                        : header)
                .toList();
    }

    private static boolean isNumber(String text) {
        return text != null && text.matches("\\d{1,18}");
    }

    private static String text(List<StoredRecord.Field> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name) && header.value() != null)
                .map(header -> new String(header.value(), UTF_8))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** What an event of one aggregate points to. */
    private final class OfJournal implements StoredPlaces.Change {

        private final String service;
        private final String pointedTo;
        private final String events;

        OfJournal(String journal, String key) {
            this.service = journal.substring(0, journal.length() - JOURNAL.length());
            String tenant = tenant(key);
            this.events = "out." + tenant + ".events";
            this.pointedTo = switch (service) {
                case "notification" -> "pin.deliveries";
                case "meeting" -> events;
                default -> "in." + tenant + ".directory";
            };
        }

        /** {@code contoso.com} of {@code user:contoso.com/u-17} and of {@code webhooks:contoso.com}. */
        private static String tenant(String key) {
            String id = key.substring(key.indexOf(':') + 1);
            int slash = id.indexOf('/');
            return slash < 0 ? id : id.substring(0, slash);
        }

        @Override
        public long pointer(int partition, long offset) {
            return places.of(pointedTo, partition, offset);
        }

        @Override
        public long letter(int partition, long offset) {
            return places.of(service + DEAD_LETTERS, partition, offset);
        }

        @Override
        public long origin(String topic, int partition, long offset) {
            return places.of(topic, partition, offset);
        }

        @Override
        public String topicId(String id) {
            return id.equals(formerIds.get(events)) && newIds.containsKey(events) ? newIds.get(events) : id;
        }

        @Override
        public long end(int partition, long offset) {
            return places.behind(events, partition, offset);
        }
    }
}
