package dev.foyer.meeting.domain.leg;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bridge has said of a call leg, by the times that it gave over its topic, and by ours of its requests. What a topic says may
 * come twice, late and in any order: the newest arrival says where the leg goes, unless it is said to have left there since. So the
 * end is the same in every order. Immutable.
 *
 * @param arrived the newest time of an arrival; {@code null}: none was said, or before format 9 by a request
 * @param left the newest time at which it is said to have left each conference; of the last {@value #MOST} of them
 * @param forGood it hung up, and comes back nowhere
 */
public record Told(Instant arrived, Map<String, Instant> left, boolean forGood) {

    /** More conferences than somebody dials in one call. */
    static final int MOST = 16;

    /** Nothing was said. */
    public static final Told NOTHING = new Told(null, Map.of(), false);

    /** Whether something newer is known than this arrival. */
    boolean isOlder(Instant arrival) {
        return arrived != null && arrival.isBefore(arrived);
    }

    /** Whether it has left that conference again, which it came to then. */
    boolean hasLeft(String conferenceId, Instant arrival) {
        Instant last = left.get(conferenceId);
        return last != null && !last.isBefore(arrival);
    }

    /** Whether it left that conference then, as far as is known, or later. */
    boolean knowsLeaving(String conferenceId, Instant leaving) {
        return hasLeft(conferenceId, leaving);
    }

    Told withArrival(Instant arrival) {
        return new Told(arrival, left, forGood);
    }

    Told withLeaving(String conferenceId, Instant leaving) {
        if (hasLeft(conferenceId, leaving)) {
            return this;
        }
        Map<String, Instant> all = new LinkedHashMap<>(left);
        all.remove(conferenceId);
        all.put(conferenceId, leaving);
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
        return new Told(arrived, Collections.unmodifiableMap(all), forGood);
    }

    Told withEnd() {
        return new Told(arrived, left, true);
    }
}
