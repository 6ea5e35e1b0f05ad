package dev.foyer.pin.domain.campaign;

/**
 * What a campaign is to do.
 *
 * @param perSecond so many users in each second, at most
 * @param users how many there are
 */
public record CampaignPlan(CampaignAction action, int perSecond, int users) {

    /** A campaign is one aggregate, in memory and in one snapshot. */
    public static final int MOST_USERS = 10_000;

    /** All users' ids together; with ids of ordinary length the number of users is the limit that is met. */
    public static final int MOST_CHARACTERS = 640_000;

    /** Ordinary commands have room beside it. */
    public static final int FASTEST = 200;

    /** In flight at a time: what is begun and not known to be done is asked again after a crash. */
    private static final int LARGEST_BATCH = 100;

    boolean isPossible() {
        return users >= 1 && users <= MOST_USERS && perSecond >= 1 && perSecond <= FASTEST;
    }

    /** Half a second's worth, so that a stop is soon felt. */
    int batch() {
        return Math.clamp(perSecond / 2, 1, LARGEST_BATCH);
    }
}
