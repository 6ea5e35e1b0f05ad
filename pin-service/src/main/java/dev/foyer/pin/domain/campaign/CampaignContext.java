package dev.foyer.pin.domain.campaign;

import dev.foyer.base.Actor;
import java.time.Instant;

/** What one decision may know of the world. */
public record CampaignContext(Instant now, Actor actor) {}
