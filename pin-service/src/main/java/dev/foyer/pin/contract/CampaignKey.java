package dev.foyer.pin.contract;

/** The key of a campaign in topics and in the journal: {@code tenant/id}. A tenant is a domain name, so it has no slash. */
public record CampaignKey(String tenant, String id) {

    /** @throws IllegalArgumentException when there is no slash */
    public static CampaignKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not the key of a campaign (tenant/id)");
        }
        return new CampaignKey(key.substring(0, slash), key.substring(slash + 1));
    }

    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}
