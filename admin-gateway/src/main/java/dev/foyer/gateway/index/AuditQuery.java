package dev.foyer.gateway.index;

import java.time.Instant;
import org.apache.lucene.search.BooleanQuery;

/**
 * Which events are asked for; what is {@code null} is not asked for.
 *
 * @param userId of whom they tell
 * @param actor the account that did it
 * @param type without service and version, e.g. {@code PinReset}
 * @param conferenceId of which meeting they tell
 * @param from and {@code to}: when they happened, the first included, the second not
 */
public record AuditQuery(String userId, String actor, String type, String conferenceId, Instant from, Instant to) {

    void addTo(BooleanQuery.Builder query) {
        QueryBuilder.add(query, Fields.USER, userId);
        QueryBuilder.add(query, Fields.ACTOR, actor);
        QueryBuilder.add(query, Fields.EVENT, type);
        QueryBuilder.add(query, Fields.CONFERENCE, conferenceId);
        QueryBuilder.addTimes(query, from, to);
    }
}
