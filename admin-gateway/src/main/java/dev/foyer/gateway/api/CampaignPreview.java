package dev.foyer.gateway.api;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.foyer.gateway.clients.PinServiceClient.CampaignResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a campaign would do now; nothing has been done. */
public record CampaignPreview(
        CampaignAction action,

        @Schema(description = "How many there are") int users,

        @Schema(description = "Of whom it would be done") long possible,

        @Schema(description = "With whom there would be nothing to do")
        long unchanged,

        @Schema(description = "Of whom it would be refused") long failed,

        @Schema(description = "Why users would be unchanged or fail, with how many of them")
        Map<String, Long> reasons,

        @Schema(description = "What would become of the mails, with how many of them: QUEUED or HELD")
        Map<String, Long> mails,

        @Schema(description = "Of whom it would be refused, in the order of the list")
        List<Refused> refused) {

    /** @param user as the list or the search has it */
    public record Refused(String user, String reason) {}

    static CampaignPreview of(CampaignAction action, int users, List<CampaignResult> results) {
        Map<String, Long> outcomes = counted(results, CampaignResult::outcome);
        return new CampaignPreview(
                action,
                users,
                outcomes.getOrDefault("DONE", 0L),
                outcomes.getOrDefault("UNCHANGED", 0L),
                outcomes.getOrDefault("FAILED", 0L),
                counted(results, CampaignResult::reason),
                counted(results, CampaignResult::mail),
                results.stream()
                        .filter(one -> one.outcome().equals("FAILED"))
                        .map(one -> new Refused(one.user(), one.reason()))
                        .toList());
    }

    private static Map<String, Long> counted(List<CampaignResult> results, Function<CampaignResult, String> what) {
        return results.stream()
                .filter(one -> what.apply(one) != null)
                .collect(groupingBy(what, TreeMap::new, counting()));
    }
}
