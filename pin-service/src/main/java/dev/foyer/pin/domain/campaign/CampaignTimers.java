package dev.foyer.pin.domain.campaign;

import dev.foyer.eventsourcing.Timers;
import java.time.Instant;
import java.util.Optional;

/** A campaign goes from batch to batch by its timer, through any restart. */
public final class CampaignTimers implements Timers<Campaign, CampaignCommand> {

    @Override
    public Optional<Instant> due(Campaign state) {
        return state.due();
    }

    @Override
    public CampaignCommand command(Campaign state) {
        return new CampaignCommand.WakeCampaign();
    }
}
