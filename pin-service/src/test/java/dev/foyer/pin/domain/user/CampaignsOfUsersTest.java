package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.issued;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.base.Actor;
import dev.foyer.base.Roles;
import dev.foyer.pin.domain.campaign.CampaignAction;
import dev.foyer.pin.domain.tenant.PinSettings;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.UserAnswer.AlreadyEnabled;
import dev.foyer.pin.domain.user.UserAnswer.WouldIssuePin;
import dev.foyer.pin.domain.user.UserCommand.PreviewCampaign;
import dev.foyer.pin.domain.user.UserCommand.ReissueShortPin;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserRefusal.OwnPinReset;
import dev.foyer.pin.domain.user.UserRefusal.PinLongEnough;
import dev.foyer.pin.domain.user.UserRefusal.ResetLimitReached;
import dev.foyer.pin.domain.user.UserRefusal.UserNotEnabled;
import dev.foyer.pin.domain.user.UserRefusal.UserUnknown;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a campaign may do to a user, and what its preview says of that. */
@Tag("F")
class CampaignsOfUsersTest {

    private static final Actor CAMPAIGN = new Actor("admin", Roles.CAMPAIGN, "u-admin");
    private static final Around RUN = US.by(CAMPAIGN);
    private static final TenantSettings SIX = withLength(6);

    @Test
    @Tag("A1")
    void whoHasAShorterPinThanTheSettingGetsOneOfItsLength() {
        var reissued = given(provisioned(), wanted(), enabled())
                .when(
                        new ReissueShortPin(),
                        RUN.where(SIX).with(US.drawing("736152").vault()).context());
        PinReset event = (PinReset) reissued.events().getFirst();
        assertEquals(6, event.pinLength());
        assertEquals("admin", event.pinSetBy());
        assertEquals(Optional.empty(), issued(reissued.answer()).revealed());
    }

    @Test
    @Tag("A1")
    void aPinThatIsLongEnoughGoesOnHolding() {
        given(provisioned(), wanted(), enabled())
                .when(new ReissueShortPin(), RUN.context())
                .thenRefused(new PinLongEnough());
        given(provisioned(), wanted(), enabled("736152"))
                .when(new ReissueShortPin(), RUN.context())
                .thenRefused(new PinLongEnough());
        given(provisioned()).when(new ReissueShortPin(), RUN.context()).thenRefused(new UserNotEnabled());
        given().when(new ReissueShortPin(), RUN.context()).thenRefused(new UserUnknown());
    }

    @Test
    @Tag("A4")
    @Tag("A5")
    void aCampaignNeverSeesThePin() {
        var shown = given(provisioned(), wanted(), enabled())
                .when(
                        new ResetPin(MailOptions.BY_TENANT, true),
                        RUN.with(US.drawing("73615").vault()).context());
        assertEquals(Optional.empty(), issued(shown.answer()).revealed());
    }

    @Test
    @Tag("A3")
    void theAdministratorsOwnPinIsRefusedUnlessTheSettingAllowsIt() {
        Around own = US.by(new Actor("admin", Roles.CAMPAIGN, UserFixture.USER_ID));
        var amos = given(provisioned(), wanted(), enabled());
        amos.when(ResetPin.BY_CAMPAIGN, own.context()).thenRefused(new OwnPinReset());
        Around byName = US.by(new Actor(AMOS.userPrincipalName(), Roles.CAMPAIGN, null));
        amos.when(ResetPin.BY_CAMPAIGN, byName.context()).thenRefused(new OwnPinReset());
        var allowed = amos.when(
                ResetPin.BY_CAMPAIGN,
                own.where(new TenantSettings(
                                new PinSettings(5, false, null, true, null),
                                TenantSettings.DEFAULT.mails(),
                                TenantSettings.DEFAULT.meetings(),
                                TenantSettings.DEFAULT.numbers(),
                                TenantSettings.DEFAULT.reasonSettings()))
                        .with(US.drawing("73615").vault())
                        .context());
        assertEquals(true, ((PinReset) allowed.events().getFirst()).ownPin());
    }

    /** The preview says what the command would say, and changes nothing. */
    @ParameterizedTest
    @EnumSource
    void thePreviewIsTrue(CampaignAction action) {
        PreviewCampaign preview = new PreviewCampaign(action);
        given().when(preview, US.context()).thenRefused(new UserUnknown());
        var enabled = given(provisioned(), wanted(), enabled());
        var provisioned = given(provisioned());
        switch (action) {
            case ENABLE -> {
                assertEquals(
                        new AlreadyEnabled(CONFERENCE_ID),
                        enabled.when(preview, US.context()).thenEvents().answer());
                assertInstanceOf(
                        WouldIssuePin.class,
                        provisioned.when(preview, US.context()).thenEvents().answer());
            }
            case RESET_PIN -> {
                assertInstanceOf(
                        WouldIssuePin.class,
                        enabled.when(preview, US.context()).thenEvents().answer());
                provisioned.when(preview, US.context()).thenRefused(new UserNotEnabled());
                given(Stream.concat(
                                        Stream.of(provisioned(), wanted(), enabled()),
                                        Collections.nCopies(Around.RESETS, reset("73615", false)).stream())
                                .toArray(UserEvent[]::new))
                        .when(preview, US.context())
                        .thenRefused(new ResetLimitReached(NOW.plus(Resets.WINDOW)));
            }
            case REISSUE_SHORT_PINS -> {
                enabled.when(preview, US.context()).thenRefused(new PinLongEnough());
                assertInstanceOf(
                        WouldIssuePin.class,
                        enabled.when(preview, US.where(SIX).context())
                                .thenEvents()
                                .answer());
                provisioned.when(preview, US.context()).thenRefused(new UserNotEnabled());
            }
        }
    }

    private static TenantSettings withLength(int length) {
        return new TenantSettings(
                new PinSettings(length, false, null, false, null),
                TenantSettings.DEFAULT.mails(),
                TenantSettings.DEFAULT.meetings(),
                TenantSettings.DEFAULT.numbers(),
                TenantSettings.DEFAULT.reasonSettings());
    }
}
