package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How long those had waited whom an event lets in. Pure. */
final class Releases {

    /** Nobody waits for longer than a day (E6). */
    static final Duration LONGEST = Duration.ofDays(2);

    private Releases() {}

    /**
     * @param event of one leg, or of many
     * @param before the meeting as it was; {@code null}: there was none
     * @return {@code null} when it lets in nobody who waited
     */
    static HistoryEntry.Release by(JsonNode event, MeetingEntry before, Instant at) {
        if (before == null || before.count(Presence.WAITING) == 0) {
            return null;
        }
        List<Participant> waited = Stream.concat(
                        Stream.of(event),
                        StreamSupport.stream(event.path("calls").spliterator(), false))
                .filter(leg -> leg.has("leader")) // an admission says so of each leg
                .map(leg -> before.call(leg.path("callId").asText()))
                .flatMap(Optional::stream)
                .filter(leg -> leg.state() == Presence.WAITING)
                .toList();
        long together = waited.stream()
                .mapToLong(leg -> millis(Duration.between(leg.since(), at)))
                .sum();
        return waited.isEmpty() ? null : new HistoryEntry.Release(waited.size(), together);
    }

    /** Times of events are what somebody's clock, or mischief, says: between some of them lie more milliseconds than can be counted. */
    private static long millis(Duration waited) {
        if (waited.isNegative()) {
            return 0;
        }
        return (waited.compareTo(LONGEST) < 0 ? waited : LONGEST).toMillis();
    }
}
