package dev.foyer.gateway.index;

import java.time.Instant;
import org.apache.lucene.search.BooleanQuery;

/**
 * Which mails are asked for; what is {@code null} is not asked for.
 *
 * @param from and {@code to}: when what the mail says happened, the first included, the second not
 */
public record NotificationQuery(String status, String kind, String userId, Instant from, Instant to) {

    /** All of them. */
    public static final NotificationQuery ALL = new NotificationQuery(null, null, null, null, null);

    void addTo(BooleanQuery.Builder query) {
        QueryBuilder.add(query, Fields.STATE, status);
        QueryBuilder.add(query, Fields.MAIL_KIND, kind);
        QueryBuilder.add(query, Fields.USER, userId);
        QueryBuilder.addTimes(query, from, to);
    }
}
