package dev.foyer.pin.domain.scimtoken;

import java.time.Instant;

/**
 * @param actor who asks
 * @param most tokens that a tenant may have
 */
public record ScimTokenContext(Instant now, String actor, int most) {}
