package dev.foyer.pin.domain.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where guesses come from. Immutable.
 *
 * @param ids conference IDs that do not exist
 * @param organizers different ones whose PIN was not the one that was tried
 * @param tried the organizers among them who were guessed at last, and when; a second guess at one of them is not another
 *     organizer, and is counted at that user (rule B2)
 * @param suspected whether others were told of it, and nobody has said since that it was nothing
 * @param last when anything was counted or cleared; {@code null}: nobody has heard of it
 */
public record CallSource(Misses ids, Misses organizers, Map<String, Instant> tried, boolean suspected, Instant last) {

    static final CallSource NEW = new CallSource(Misses.NONE, Misses.NONE, Map.of(), false, null);

    /** More than any limit lets anybody try before waits are long. */
    private static final int REMEMBERED = 64;

    private static final Duration ANOTHER = Duration.ofHours(1);

    /** By then all that is free is forgiven ({@link SourceKind}), and every wait that nobody was told of is over. */
    private static final Duration UNSUSPECTED = Duration.ofHours(2);

    /** As long as others keep what they were told. */
    private static final Duration SUSPECTED = Duration.ofDays(30);

    public CallSource {
        tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }

    /** From when on nobody need know of it any more. */
    Optional<Instant> overAt() {
        return Optional.ofNullable(last).map(at -> at.plus(suspected ? SUSPECTED : UNSUSPECTED));
    }

    boolean isClear() {
        return ids.equals(Misses.NONE) && organizers.equals(Misses.NONE);
    }

    /** An administrator said that it was nothing; who says so twice is told the same for as long as this is known. */
    static CallSource clearedAt(Instant at) {
        return new CallSource(Misses.NONE, Misses.NONE, Map.of(), false, at);
    }

    boolean guessedAt(String organizer, Instant now) {
        Instant at = tried.get(organizer);
        return at != null && now.isBefore(at.plus(ANOTHER));
    }

    /** @param told whether others are told of it now */
    CallSource withIds(Misses next, boolean told, Instant at) {
        return new CallSource(next, organizers, tried, suspected || told, at);
    }

    /** @param told whether others are told of it now */
    CallSource withOrganizer(String organizer, Misses next, boolean told, Instant at) {
        LinkedHashMap<String, Instant> remembered = new LinkedHashMap<>(tried);
        remembered.remove(organizer);
        remembered.putLast(organizer, at);
        while (remembered.size() > REMEMBERED) {
            remembered.pollFirstEntry();
        }
        return new CallSource(ids, next, remembered, suspected || told, at);
    }
}
