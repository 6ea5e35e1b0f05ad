package dev.foyer.base;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where a public record lies. A view that has passed it shows what the record says. */
public record Position(String topic, int partition, long offset) {

    /** {@code pin.events-2@4711}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }

    /** Comma separated, as in the header of an answer. */
    public static String format(List<Position> positions) {
        return positions.stream().map(Position::toString).collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #format} wrote; an empty or missing text is no position.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static List<Position> parse(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split(",")).map(Position::one).toList();
    }

    private static Position one(String text) {
        int at = text.lastIndexOf('@');
        int dash = text.lastIndexOf('-', at);
        if (at < 0 || dash < 0) {
            throw new IllegalArgumentException("Not a position (topic-partition@offset): " + text);
        }
        return new Position(
                text.substring(0, dash),
                Integer.parseInt(text.substring(dash + 1, at)),
                Long.parseLong(text.substring(at + 1)));
    }
}
