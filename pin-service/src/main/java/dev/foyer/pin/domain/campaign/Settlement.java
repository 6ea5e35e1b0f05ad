package dev.foyer.pin.domain.campaign;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import dev.foyer.pin.domain.campaign.CampaignAnswer.Done;
import dev.foyer.pin.domain.campaign.CampaignCommand.SettleBatch;
import dev.foyer.pin.domain.campaign.CampaignEvent.BatchSettled;
import dev.foyer.pin.domain.campaign.CampaignEvent.CampaignFinished;
import dev.foyer.pin.domain.campaign.CampaignEvent.UsersAwaited;
import dev.foyer.pin.domain.campaign.ItemResult.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a campaign makes of what is said of its batch: who ends, who is asked again, and when that has been often enough. */
final class Settlement {

    private Settlement() {}

    /** Whether it tells of each user of this batch once, in their order. */
    static boolean isOf(Working working, SettleBatch said) {
        List<String> left = new ArrayList<>(working.batch());
        return said.from() == working.work().next()
                && said.results().size() + said.undecided().size() == left.size()
                && areInOrder(said.results(), left)
                && areInOrder(said.undecided(), left)
                && left.isEmpty();
    }

    /** Takes them out of the others. */
    private static boolean areInOrder(List<ItemResult> results, List<String> users) {
        int at = 0;
        for (ItemResult result : results) {
            while (at < users.size() && !users.get(at).equals(result.user())) {
                at++;
            }
            if (at == users.size()) {
                return false;
            }
            users.remove(at);
        }
        return true;
    }

    /** What the campaign makes of it. */
    static Decision<CampaignEvent, CampaignRefusal, CampaignAnswer> of(Working working, SettleBatch said, Instant now) {
        List<ItemResult> ended = ended(working, said);
        boolean isKnownWhole = isLastTry(working) || said.undecided().stream().allMatch(ItemResult::isKnown);
        // Who stops must not be left half known for days; what is known not to be done may wait for the continuation.
        if (working.stopping() ? isKnownWhole : !ended.isEmpty()) {
            CampaignEvent settled = new BatchSettled(ended, now);
            return ended.size() == working.work().left()
                    ? Decision.accept(new Done(), settled, new CampaignFinished(now))
                    : Decision.accept(new Done(), settled);
        }
        Reason because = because(said.undecided());
        return ended.isEmpty() && because != working.awaiting()
                ? Decision.accept(new Done(), new UsersAwaited(because, now))
                : Decision.accept(new Done());
    }

    /** In the order of the batch; of who was asked often enough it is taken as it is. */
    private static List<ItemResult> ended(Working working, SettleBatch said) {
        Map<String, ItemResult> ended = new HashMap<>();
        said.results().forEach(result -> ended.put(result.user(), result));
        if (isLastTry(working)) {
            said.undecided().stream()
                    .filter(one -> !one.isEverybodys())
                    .forEach(result -> ended.put(result.user(), result));
        }
        return working.batch().stream()
                .filter(ended::containsKey)
                .map(ended::get)
                .toList();
    }

    private static boolean isLastTry(Working working) {
        return working.tries()
                >= (working.work().tally().unanswered() == 0 ? Campaign.MOST_TRIES : Campaign.FEWER_TRIES);
    }

    private static Reason because(List<ItemResult> undecided) {
        return undecided.stream()
                .filter(ItemResult::isEverybodys)
                .findFirst()
                .orElse(undecided.getFirst())
                .reason();
    }
}
