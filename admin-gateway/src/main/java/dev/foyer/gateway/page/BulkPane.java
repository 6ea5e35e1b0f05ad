package dev.foyer.gateway.page;

import dev.foyer.gateway.api.CampaignAnswer;
import dev.foyer.gateway.index.CampaignEntry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The chosen campaign.
 *
 * @param reasons why users were left as they are
 * @param awaiting what it says of waiting, or {@code null}
 * @param admin the account's role allows stopping it
 * @param refusal why it could not be stopped or continued, or {@code null}
 */
record BulkPane(
        CampaignAnswer campaign,
        List<BulkPreview.Reason> reasons,
        String awaiting,
        boolean admin,
        Locale language,
        String refusal) {

    public boolean running() {
        return campaign.state() == CampaignEntry.State.RUNNING;
    }

    public boolean stopped() {
        return campaign.state() == CampaignEntry.State.STOPPED;
    }

    /** Of how many an outcome is known. */
    public int known() {
        return campaign.users() - campaign.left();
    }

    /** How long the rest takes at its pace. */
    public String lasts() {
        return Ages.said(
                Duration.ofSeconds(Math.ceilDiv(campaign.left(), Math.max(1, campaign.perSecond()))), language);
    }

    BulkPane refused(String why) {
        return new BulkPane(campaign, reasons, awaiting, admin, language, why);
    }
}
