package dev.foyer.pin.domain.campaign;

import dev.foyer.base.Actor;
import java.time.Instant;

/**
 * What one decision may know of the world.
 *
 * @param reason why the actor asks; {@code null}: it is not said
 */
public record CampaignContext(Instant now, Actor actor, String reason) {}
