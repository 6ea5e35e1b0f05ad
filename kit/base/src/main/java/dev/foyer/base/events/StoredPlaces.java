package dev.foyer.base.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where stored events and states say where some record lies, known by their shape: offsets are a broker's own, and another broker, restored
 * from a backup, counts differently. There are three shapes: a pointer ({@code partition}, {@code offset}), a dead letter, which says
 * beside its own place that of its origin, and the beginning of a topic of which everything behind is wanted.
 */
public final class StoredPlaces {

    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String TOPIC = "topic";
    private static final String ORIGIN_PARTITION = "originPartition";
    private static final String ORIGIN_OFFSET = "originOffset";
    private static final String TOPIC_ID = "topicId";
    private static final String ENDS = "ends";

    private StoredPlaces() {}

    /** What becomes of each. */
    public interface Change {

        /** The offset of what a pointer points to; which topic that is, follows from who keeps it. */
        long pointer(int partition, long offset);

        /** The offset of a dead letter in the topic of its service. */
        long letter(int partition, long offset);

        /** The offset of the record that a dead letter is about. */
        long origin(String topic, int partition, long offset);

        /** The broker's id of the topic that is wanted from some place on. */
        String topicId(String id);

        /** That place. */
        long end(int partition, long offset);
    }

    /** As if all records lay in one and the same place: what is left says the same in every broker. */
    public static final Change NOWHERE = new Change() {
        @Override
        public long pointer(int partition, long offset) {
            return 0;
        }

        @Override
        public long letter(int partition, long offset) {
            return 0;
        }

        @Override
        public long origin(String topic, int partition, long offset) {
            return 0;
        }

        @Override
        public String topicId(String id) {
            return "";
        }

        @Override
        public long end(int partition, long offset) {
            return 0;
        }
    };

    /**
     * Changes the places in it.
     *
     * @return whether anything is another value than before
     */
    public static boolean change(JsonNode tree, Change change) {
        boolean changed = tree instanceof ObjectNode object && own(object, change);
        List<JsonNode> parts = new ArrayList<>();
        tree.elements().forEachRemaining(parts::add);
        for (JsonNode part : parts) {
            changed |= change(part, change);
        }
        return changed;
    }

    private static boolean own(ObjectNode object, Change change) {
        if (object.path(ORIGIN_OFFSET).isIntegralNumber()) {
            boolean letter = set(object, OFFSET, change.letter(partition(object), offset(object)));
            long origin = change.origin(
                    object.path(TOPIC).asText(),
                    object.path(ORIGIN_PARTITION).asInt(),
                    object.path(ORIGIN_OFFSET).asLong());
            return set(object, ORIGIN_OFFSET, origin) | letter;
        }
        if (object.path(PARTITION).isIntegralNumber() && object.path(OFFSET).isIntegralNumber()) {
            return set(object, OFFSET, change.pointer(partition(object), offset(object)));
        }
        return object.path(ENDS) instanceof ArrayNode ends && beginning(object, ends, change);
    }

    private static boolean beginning(ObjectNode object, ArrayNode ends, Change change) {
        boolean changed = false;
        if (object.path(TOPIC_ID).isTextual()) {
            String id = object.path(TOPIC_ID).asText();
            String other = change.topicId(id);
            changed = !other.equals(id);
            object.put(TOPIC_ID, other);
        }
        for (int partition = 0; partition < ends.size(); partition++) {
            long end = ends.get(partition).asLong();
            long other = change.end(partition, end);
            changed |= other != end;
            ends.set(partition, other);
        }
        return changed;
    }

    private static int partition(ObjectNode object) {
        return object.path(PARTITION).asInt();
    }

    private static long offset(ObjectNode object) {
        return object.path(OFFSET).asLong();
    }

    private static boolean set(ObjectNode object, String field, long value) {
        boolean changed = object.path(field).asLong() != value;
        object.put(field, value);
        return changed;
    }
}
