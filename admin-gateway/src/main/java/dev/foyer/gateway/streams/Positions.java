package dev.foyer.gateway.streams;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Up to where a listener has heard: of each place ({@link Layout}) the offset of what comes next. As a text it is the id of an event.
 * Immutable.
 *
 * @param topics tells topics apart that had the same names one after the other
 */
public record Positions(String topics, long[] next) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,32}(?:\\.[0-9a-z]{1,13}){1,1000}");
    private static final int RADIX = 36;

    /** Keeps a copy. */
    public Positions {
        next = next.clone();
    }

    @Override
    public long[] next() {
        return next.clone();
    }

    long of(int place) {
        return next[place];
    }

    /** The farther of both, in each place. */
    Positions max(Positions other) {
        long[] farthest = next.clone();
        Arrays.setAll(farthest, i -> Math.max(farthest[i], other.next[i]));
        return new Positions(topics, farthest);
    }

    /** Whether nothing is missing up to there. */
    boolean isBehind(Positions other) {
        return IntStream.range(0, next.length).allMatch(place -> next[place] >= other.next[place]);
    }

    /** As a client keeps it. */
    public String id() {
        return topics + "."
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

    /** Whether it is of these very topics, with as many partitions. */
    boolean isOf(Positions other) {
        return topics.equals(other.topics) && next.length == other.next.length;
    }

    @Override
    public String toString() {
        return id();
    }
}
