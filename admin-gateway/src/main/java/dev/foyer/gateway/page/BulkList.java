package dev.foyer.gateway.page;

import dev.foyer.gateway.api.CampaignAnswer;
import dev.foyer.gateway.api.ListAnswer;

/**
 * Campaigns, the latest first.
 *
 * @param cursor where this part begins; {@code null}: at the beginning
 * @param admin the account's role allows making one
 */
record BulkList(ListAnswer<CampaignAnswer> campaigns, String cursor, boolean admin) {

    /** Of how many users of it an outcome is known. */
    public int known(CampaignAnswer campaign) {
        return campaign.users() - campaign.left();
    }

    /** The address of this part. */
    public String here() {
        return cursor == null ? "/admin/bulk" : "/admin/bulk?cursor=" + Urls.inUrl(cursor);
    }
}
