package dev.foyer.pin.domain.campaign;

/** What the caller of an accepted command is told. */
public sealed interface CampaignAnswer {

    /** @param users listed by now */
    record Listed(int users) implements CampaignAnswer {}

    /** Nothing to add. */
    record Done() implements CampaignAnswer {}
}
