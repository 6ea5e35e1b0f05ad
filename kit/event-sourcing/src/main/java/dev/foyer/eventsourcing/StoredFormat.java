package dev.foyer.eventsourcing;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * In which form a service stores what it stores, and which program wrote it: stands in every record of its journal and of
 * its snapshots. When to raise the number is in {@code docs/design/formats.md}. Immutable.
 */
public final class StoredFormat {

    /** That of records without a number: they were written before there were any. */
    public static final int FIRST = 1;

    private final int number;
    private final String writer;
    private final byte[] stored;

    /**
     * @param number what this program writes; it reads this and all below
     * @param writer its version, for people
     */
    public StoredFormat(int number, String writer) {
        this.number = number;
        this.writer = writer;
        this.stored = (number + " " + writer).getBytes(UTF_8);
    }

    /**
     * @throws IllegalArgumentException when nobody of us wrote it
     */
    public static StoredFormat read(byte[] stored) {
        String[] parts = new String(stored, UTF_8).split(" ", 2);
        try {
            return new StoredFormat(Integer.parseInt(parts[0]), parts.length == 2 ? parts[1] : "");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A record's format is no number");
        }
    }

    public int number() {
        return number;
    }

    /** The version of the program. */
    public String writer() {
        return writer;
    }

    /** As it stands in a record; not to be changed. */
    public byte[] stored() {
        return stored;
    }
}
