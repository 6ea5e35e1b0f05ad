package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.wanted;

import dev.foyer.pin.domain.user.ProfileChange.Field;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only SCIM says of a user. */
@Tag("G4")
class OverScimTest {

    private static final ScimDetails ACTIVE = new ScimDetails("00u1a2b3", null, Map.of("+441632960123", "work"));
    private static final ScimDetails INACTIVE = new ScimDetails("00u1a2b3", true, Map.of("+441632960123", "work"));

    @Test
    void aChangeOfItAloneLeavesTheRest() {
        given(provisioned()).when(scim(ACTIVE), US.context()).thenEvents(new UserProvisioned(amos(ACTIVE)));
    }

    @Test
    void otherDoorsLeaveIt() {
        given(provisioned(), new UserProvisioned(amos(ACTIVE)))
                .when(new ProvisionUser(AMOS), US.context())
                .thenEvents();
    }

    @Test
    void whoIsNotActiveIsDisabledFirst() {
        given(provisioned(), wanted(), enabled())
                .when(scim(INACTIVE), US.context())
                .thenEvents(new UserDisabled(CONFERENCE_ID, NOW), new UserProvisioned(amos(INACTIVE)));
    }

    @Test
    void whoIsNotActiveIsNotEnabledUntilActiveAgain() {
        given(provisioned(), new UserProvisioned(amos(INACTIVE)), wanted())
                .when(enable(), US.context())
                .thenRefused(new UserRefusal.UserInactive());
        given(provisioned(), new UserProvisioned(amos(INACTIVE)))
                .when(scim(ACTIVE), US.context())
                .thenEvents(new UserProvisioned(amos(ACTIVE)));
    }

    private static ChangeUser scim(ScimDetails details) {
        return new ChangeUser(new ProfileChange(amos(details), Set.of(Field.SCIM)));
    }

    private static Profile amos(ScimDetails details) {
        return new Profile(
                AMOS.userPrincipalName(),
                AMOS.displayName(),
                AMOS.primarySmtpAddress(),
                AMOS.preferredLanguage(),
                AMOS.phoneNumbers(),
                details);
    }
}
