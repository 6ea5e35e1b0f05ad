package dev.foyer.pin.domain.campaign;

import java.util.List;

/** What can be asked of a campaign. */
public sealed interface CampaignCommand {

    /**
     * Plans it, and lists a part of its users; with the last part it starts.
     *
     * @param from how many were listed before
     */
    record ListUsers(CampaignPlan plan, int from, List<String> users) implements CampaignCommand {
        public ListUsers {
            users = List.copyOf(users);
        }
    }

    /** No other batch begins. */
    record StopCampaign() implements CampaignCommand {}

    /** Goes on where it was stopped. */
    record ContinueCampaign() implements CampaignCommand {}

    /** What the timer asks: to begin the next batch, or the same again, or to end what nobody came back for. */
    record WakeCampaign() implements CampaignCommand {}

    /**
     * What became of all users of a batch, in their order.
     *
     * @param from where the batch began
     * @param results of those of whom it is known
     * @param undecided the others, each as it ends if it stays so
     */
    record SettleBatch(int from, List<ItemResult> results, List<ItemResult> undecided) implements CampaignCommand {
        public SettleBatch {
            results = List.copyOf(results);
            undecided = List.copyOf(undecided);
        }
    }
}
