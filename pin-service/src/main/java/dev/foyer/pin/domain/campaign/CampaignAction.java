package dev.foyer.pin.domain.campaign;

/** What a campaign does to each of its users; the names are stored and public. */
public enum CampaignAction {
    /** Enables conferencing, as the tenant's settings say. */
    ENABLE,
    /** Makes a new PIN. */
    RESET_PIN,
    /** Makes a new PIN for who has a shorter one than the tenant's setting says by now (rule A1). */
    REISSUE_SHORT_PINS
}
