package dev.foyer.gateway.api;

/** What a campaign does to each of its users. */
public enum CampaignAction {
    ENABLE,
    RESET_PIN,
    /** Of who has a shorter PIN than {@code pinLength} says by now. */
    REISSUE_SHORT_PINS
}
