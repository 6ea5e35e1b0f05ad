package dev.foyer.pin.domain.user;

import dev.foyer.base.Actor;
import dev.foyer.base.Roles;
import dev.foyer.base.UserName;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What one decision may know of the world.
 *
 * @param userId of the user that is decided on
 * @param settings of the tenant, as this service's table has them
 * @param newId a fresh id, for the notification
 * @param conferenceIdPatience how long a conference ID stays wanted without being used, and how long a return may take
 * @param resetsPerHour of one user's PIN, whoever asks
 * @param room whether the memory takes more
 */
public record UserContext(
        Instant now,
        String userId,
        Actor actor,
        TenantSettings settings,
        PinVault vault,
        UUID newId,
        Duration conferenceIdPatience,
        int resetsPerHour,
        Room room) {

    /** By the account's user in the directory, or by its name: not everybody who vouches for accounts tells the first. */
    boolean actorIs(Profile user) {
        return userId.equals(actor.userId()) || UserName.same(actor.name(), user.userPrincipalName());
    }

    boolean actorIsAdministrator() {
        return "conferencing-admin".equals(actor.role());
    }

    /** In the name of the administrator who made it. */
    boolean actorIsCampaign() {
        return Roles.CAMPAIGN.equals(actor.role());
    }

    /** Its word on names comes before what they are called now (rule G6). */
    boolean actorIsDirectory() {
        return "directory".equals(actor.role());
    }

    /** Rule A3: nobody makes their own PIN; enabling oneself again would be the way round. */
    boolean actorMayMakeThisPinOf(Profile user) {
        return !actorIs(user)
                || settings.pins().administratorsMayResetOwnPin() && (actorIsAdministrator() || actorIsCampaign());
    }

    /** Rule A3: the administrator, also by a campaign, or the helpdesk, which never sees the PIN (rule A5). */
    boolean actorMayResetPins() {
        return actorIsAdministrator() || actorIsCampaign() || "helpdesk".equals(actor.role());
    }

    /** Rules A4 and A5: administrators see a new PIN, nobody else does. */
    boolean actorMaySeePins() {
        return actorIsAdministrator();
    }
}
