package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.left;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.provision;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.user.ProfileChange.Field;
import dev.foyer.pin.domain.user.UserAnswer.Provisioned;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The directory's word about a user. */
class ProfileTest {

    private static final Profile NEWS =
            new Profile("amos@contoso.com", "Amos M. Marble", null, "it", List.of("+390212345678"));

    @Test
    void theFirstWordCreatesTheUser() {
        var provisioning = given().when(provision(AMOS), US.context()).thenEvents(provisioned());
        assertEquals(new Provisioned(true), provisioning.answer());
    }

    @Test
    @Tag("case-L1")
    void whereMemoryEndsNobodyNewComesAndThoseWhoAreThereGoOn() {
        UserContext full = US.withoutRoomForUsers().context();

        given().when(new ProvisionUser(AMOS), full).thenRefused(new UserRefusal.UserLimitReached());
        given(provisioned()).when(provision(NEWS), full).thenEvents(new UserProvisioned(NEWS, null, true), left());
        given(provisioned()).when(new RemoveUser(), full).thenEvents(new UserRemoved(NOW), left());
    }

    @Test
    @Tag("case-L1")
    void whereItReallyEndsNobodyGrows() {
        UserContext full = US.withoutRoom().context();
        var longer = new Profile(
                AMOS.userPrincipalName(), "x".repeat(256), AMOS.primarySmtpAddress(), null, AMOS.phoneNumbers());
        var shorter = new Profile(AMOS.userPrincipalName(), "x", AMOS.primarySmtpAddress(), null, List.of());

        given(provisioned()).when(new ProvisionUser(longer), full).thenRefused(new UserRefusal.UserLimitReached());
        given(provisioned()).when(new ProvisionUser(shorter), full).thenEvents(new UserProvisioned(shorter));
        given(provisioned())
                .when(new UserCommand.WantConferenceId("4711007"), full)
                .thenRefused(new UserRefusal.UserLimitReached());
    }

    @Test
    void theSameWordAgainIsNoNews() {
        var provisioning =
                given(provisioned()).when(new ProvisionUser(AMOS), US.context()).thenEvents();
        assertEquals(new Provisioned(false), provisioning.answer());
    }

    @Test
    void newsLeavePinLockAndTriesAlone() {
        var provisioning =
                given(provisioned(), enabled(), rejected("call-1"), locked()).when(provision(NEWS), US.context());
        User.Enabled before = (User.Enabled) provisioning.state();
        assertEquals(
                new User.Enabled(
                        NEWS,
                        before.conferencing(),
                        before.pinLength(),
                        before.lockout(),
                        before.tries(),
                        before.ids(),
                        before.resets(),
                        new NameClaim(1, true, null)),
                provisioning.stateAfter());
    }

    @Test
    void aChangeTouchesItsFieldsOnlyAndNullClears() {
        given(provisioned())
                .when(new ChangeUser(new ProfileChange(NEWS, Set.of(Field.DISPLAY_NAME))), US.context())
                .thenEvents(new UserProvisioned(new Profile(
                        AMOS.userPrincipalName(),
                        NEWS.displayName(),
                        AMOS.primarySmtpAddress(),
                        AMOS.preferredLanguage(),
                        AMOS.phoneNumbers())));
        var nothing = new Profile(null, null, null, null, null);
        given(new UserProvisioned(NEWS, null, true))
                .when(
                        new ChangeUser(
                                new ProfileChange(nothing, Set.of(Field.PREFERRED_LANGUAGE, Field.PHONE_NUMBERS))),
                        US.context())
                .thenEvents(new UserProvisioned(
                        new Profile(NEWS.userPrincipalName(), NEWS.displayName(), null, null, List.of())));
    }

    @Test
    void whoWasRemovedIsUnknownAgain() {
        given(provisioned(), new UserRemoved(NOW))
                .when(new RemoveUser(), US.context())
                .thenRefused(new UserRefusal.UserUnknown());
        given(provisioned(), enabled(), disabled(), new UserRemoved(NOW))
                .when(provision(AMOS), US.context())
                .thenEvents(provisioned());
    }
}
