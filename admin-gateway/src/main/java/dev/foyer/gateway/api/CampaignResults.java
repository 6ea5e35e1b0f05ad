package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.index.HistoryEntry;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What became of each user of a campaign, as its events say it. */
final class CampaignResults {

    /** Events at a time; each tells of up to 100 users. */
    private static final int PAGE = 20;

    private CampaignResults() {}

    /** @param userPrincipalName and {@code displayName}: of today; {@code null}: there is no such user, or not any more */
    record Row(
            String user,
            String userPrincipalName,
            String displayName,
            String outcome,
            String reason,
            String mail,
            Instant at) {}

    /** @param cursor {@code null} for the first page */
    static ResultPage<Row> page(TenantView view, String campaign, String cursor) {
        ResultPage<HistoryEntry> events = view.campaignProgress(campaign, PAGE, cursor);
        List<Row> rows =
                events.items().stream().flatMap(event -> rows(view, event)).toList();
        return new ResultPage<>(rows, events.next(), events.total(), events.behind());
    }

    private static Stream<Row> rows(TenantView view, HistoryEntry event) {
        return event.data().path("results").valueStream().map(result -> {
            String id = result.path("user").textValue();
            UserEntry user = view.userById(id).orElse(null);
            return new Row(
                    id,
                    user == null ? null : user.userPrincipalName(),
                    user == null ? null : user.displayName(),
                    text(result, "outcome"),
                    text(result, "reason"),
                    text(result, "mail"),
                    event.at());
        });
    }

    private static String text(JsonNode result, String field) {
        return result.path(field).textValue();
    }
}
