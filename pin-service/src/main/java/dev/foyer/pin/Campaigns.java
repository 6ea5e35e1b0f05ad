package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignRefusal;
import java.util.concurrent.CompletionStage;

/**
 * Work on many users. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when there is no answer now.
 */
public interface Campaigns {

    CompletionStage<Reply<CampaignRefusal, CampaignAnswer>> submit(
            CampaignKey campaign, CampaignCommand command, CommandMeta meta);
}
