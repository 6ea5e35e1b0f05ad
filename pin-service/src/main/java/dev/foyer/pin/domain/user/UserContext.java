package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Actor;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.time.Instant;
import java.util.UUID;

/**
 * What one decision may know of the world.
 *
 * @param userId of the user that is decided on
 * @param settings of the tenant, as this service's table has them
 * @param newId a fresh id, for the notification
 */
public record UserContext(
        Instant now, String userId, Actor actor, TenantSettings settings, PinVault vault, UUID newId) {

    boolean actorIsTheUser() {
        return userId.equals(actor.userId());
    }

    /**
     * Rules A4 and A5: administrators see a new PIN, nobody else does. Rule A3: their own only where the tenant lets them
     * reset it, or disabling and enabling oneself would be the way round.
     */
    boolean actorMaySeePins() {
        return "conferencing-admin".equals(actor.role())
                && (!actorIsTheUser() || settings.administratorsMayResetOwnPin());
    }
}
