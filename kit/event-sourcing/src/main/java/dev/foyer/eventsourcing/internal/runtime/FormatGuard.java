package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.StoredFormat;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Lets nothing through that a later version has written. Most records carry the same format as the one before, so that a recovery by the
 * million compares a few bytes for each. Confined to one thread.
 */
final class FormatGuard {

    private final StoredFormat ours;
    private byte[] admitted;

    FormatGuard(StoredFormat ours) {
        this.ours = ours;
        this.admitted = ours.stored();
    }

    /** Of a record of the snapshots, where nothing else is in the headers. */
    void check(Headers headers, String place) {
        Header format = headers.lastHeader(JournalHeader.FORMAT.text);
        check(format == null ? null : format.value(), place);
    }

    /**
     * @param stored {@code null}: of the first format
     * @param place for the sentence
     * @throws NewerFormat when this program is too old for it
     */
    void check(byte[] stored, Object place) {
        if (stored == null || Arrays.equals(stored, admitted)) {
            return;
        }
        StoredFormat theirs = StoredFormat.read(stored);
        if (theirs.number() > ours.number()) {
            throw new NewerFormat(place.toString(), theirs, ours);
        }
        admitted = stored;
    }
}
