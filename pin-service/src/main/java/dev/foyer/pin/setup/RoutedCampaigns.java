package dev.foyer.pin.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Campaigns;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.domain.campaign.CampaignAnswer;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.campaign.CampaignRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Campaigns at their owners, by the kit's commands. */
@ApplicationScoped
public class RoutedCampaigns implements Campaigns {

    private final Commands commands;
    private final PinAggregates aggregates;

    @Inject
    RoutedCampaigns(Commands commands, PinAggregates aggregates) {
        this.commands = commands;
        this.aggregates = aggregates;
    }

    @Override
    public CompletionStage<Reply<CampaignRefusal, CampaignAnswer>> submit(
            CampaignKey campaign, CampaignCommand command, CommandMeta meta) {
        return commands.submit(aggregates.campaigns(), campaign.toString(), command, meta);
    }
}
