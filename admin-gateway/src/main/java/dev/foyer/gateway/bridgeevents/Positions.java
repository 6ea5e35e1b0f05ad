package dev.foyer.gateway.bridgeevents;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Up to where a bridge has heard: of each partition the offset of what comes next. As a text it is the id of an event. Immutable.
 *
 * @param topic tells topics apart that had the name one after the other
 */
record Positions(String topic, long[] next) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,32}(?:\\.[0-9a-z]{1,13}){1,1000}");
    private static final int RADIX = 36;

    Positions {
        next = next.clone();
    }

    @Override
    public long[] next() {
        return next.clone();
    }

    long of(int partition) {
        return next[partition];
    }

    int partitions() {
        return next.length;
    }

    /** The farther of both, in each partition. */
    Positions max(Positions other) {
        long[] farthest = next.clone();
        Arrays.setAll(farthest, i -> Math.max(farthest[i], other.next[i]));
        return new Positions(topic, farthest);
    }

    /** As a client keeps it. */
    String id() {
        return topic + "."
                + Arrays.stream(next)
                        .mapToObj(offset -> Long.toString(offset, RADIX))
                        .collect(Collectors.joining("."));
    }

    /** Nothing when it is none of ours. */
    static Optional<Positions> parse(String id) {
        if (id == null || !FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        String[] parts = id.split("\\.");
        try {
            long[] next = new long[parts.length - 1];
            Arrays.setAll(next, i -> Long.parseLong(parts[i + 1], RADIX));
            return Optional.of(new Positions(parts[0], next));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it is of this very topic, with as many partitions. */
    boolean isOf(Positions other) {
        return topic.equals(other.topic) && next.length == other.next.length;
    }

    @Override
    public String toString() {
        return id();
    }
}
