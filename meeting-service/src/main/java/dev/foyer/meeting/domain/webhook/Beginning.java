package dev.foyer.meeting.domain.webhook;

import java.util.List;

/**
 * Where the tenant's topic ended when a webhook began to want what comes to it. So what is before and what after is told by the one
 * who keeps the events, and not by clocks of those who made them. Immutable.
 *
 * @param topicId the broker's id of the topic; {@code null}: there was none
 * @param ends of its partitions, in their order; of one that came later everything is wanted
 */
public record Beginning(String topicId, List<Long> ends) {

    public Beginning {
        ends = List.copyOf(ends);
    }

    /** Where an event lies. @param topicId as much of the broker's id as its reader keeps; {@code null}: not known */
    public record Place(String topicId, int partition, long offset) {}

    /** A topic that was made anew has come later as a whole, however small its offsets are. */
    boolean isBefore(Place place) {
        boolean another = topicId != null && place.topicId() != null && !topicId.startsWith(place.topicId());
        return another || place.partition() >= ends.size() || place.offset() >= ends.get(place.partition());
    }
}
