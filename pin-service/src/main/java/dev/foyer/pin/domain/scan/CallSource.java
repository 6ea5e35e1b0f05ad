package dev.foyer.pin.domain.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where guesses come from. Immutable.
 *
 * @param ids conference IDs that do not exist
 * @param organizers different ones whose PIN was not the one that was tried
 * @param tried the organizers among them who were guessed at last, and when; a second guess at one of them is not another
 *     organizer, and is counted at that user (rule B2)
 */
public record CallSource(Misses ids, Misses organizers, Map<String, Instant> tried) {

    static final CallSource NEW = new CallSource(Misses.NONE, Misses.NONE, Map.of());

    /** More than any limit lets anybody try before waits are long. */
    private static final int REMEMBERED = 64;

    private static final Duration ANOTHER = Duration.ofHours(1);

    public CallSource {
        tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }

    boolean guessedAt(String organizer, Instant now) {
        Instant at = tried.get(organizer);
        return at != null && now.isBefore(at.plus(ANOTHER));
    }

    CallSource withIds(Misses next) {
        return new CallSource(next, organizers, tried);
    }

    CallSource withOrganizer(String organizer, Misses next, Instant at) {
        LinkedHashMap<String, Instant> remembered = new LinkedHashMap<>(tried);
        remembered.remove(organizer);
        remembered.putLast(organizer, at);
        while (remembered.size() > REMEMBERED) {
            remembered.pollFirstEntry();
        }
        return new CallSource(ids, next, remembered);
    }
}
