package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.HELPDESK;
import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.issued;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.base.Actor;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.UserAnswer.AlreadyEnabled;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserRefusal.AddressWithoutSendEmail;
import dev.foyer.pin.domain.user.UserRefusal.ServiceNumberNotOffered;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a user becomes a dial-in user. */
class EnablingTest {

    private static final String TOLL = "+390212345678";
    private static final String OTHER_TOLL = "+390687654321";
    private static final String FREE = "+39800123456";
    private static final TenantSettings NUMBERS = Settings.with(
            Settings.with(
                    "serviceNumbers",
                    List.of(
                            number(TOLL, ServiceNumber.Type.TOLL),
                            number(OTHER_TOLL, ServiceNumber.Type.TOLL),
                            number(FREE, ServiceNumber.Type.TOLL_FREE)),
                    "defaultServiceNumber",
                    TOLL),
            "defaultTollFreeNumber",
            FREE);

    @Test
    @Tag("C1")
    @Tag("A3")
    void enablingMakesAPinForTheConferenceId() {
        given(provisioned(), wanted()).when(enable(), US.drawing(PIN).context()).thenEvents(enabled());
    }

    @Test
    @Tag("A4")
    void theNewPinIsInTheAnswerForTheAdministratorWhoWantsToSeeIt() {
        var answer = given(provisioned(), wanted())
                .when(enable(), US.drawing(PIN).context())
                .answer();
        assertEquals(Optional.of(new Pin(PIN)), issued(answer).revealed());
    }

    @Test
    @Tag("A4")
    void whoDoesNotWantToSeeItDoesNot() {
        var unseen = new EnableConferencing(CONFERENCE_ID, null, null, null, MailOptions.BY_TENANT, false);
        var answer = given(provisioned(), wanted())
                .when(unseen, US.drawing(PIN).context())
                .answer();
        assertEquals(Optional.empty(), issued(answer).revealed());
    }

    @Test
    @Tag("A5")
    void aHelpdeskNeverSeesIt() {
        var answer = given(provisioned(), wanted())
                .when(enable(), US.by(HELPDESK).drawing(PIN).context())
                .answer();
        assertEquals(Optional.empty(), issued(answer).revealed());
    }

    /** Disabling and enabling oneself must not be the way round rule A3. */
    @Test
    @Tag("A3")
    void nobodyEnablesThemselves() {
        Actor themselves = new Actor("amos", "conferencing-admin", UserFixture.USER_ID);
        given(provisioned(), wanted())
                .when(enable(), US.by(themselves).drawing(PIN).context())
                .thenRefused(new UserRefusal.OwnPinReset());
    }

    /** Disabling and enabling oneself is a reset too: it is marked, and mailed whatever was asked for. */
    @Test
    @Tag("A3")
    void whoMayEnableThemselvesIsMarkedAndMailed() {
        Actor themselves = new Actor("amos", "conferencing-admin", UserFixture.USER_ID);
        var silently = new EnableConferencing(CONFERENCE_ID, null, null, null, new MailOptions(false, null), true);
        var context = US.by(themselves)
                .where(Settings.with("administratorsMayResetOwnPin", true))
                .drawing(PIN)
                .context();
        var enabling = given(provisioned(), wanted()).when(silently, context);
        assertEquals(true, ((UserEnabled) enabling.events().getFirst()).ownPin());
        assertEquals(
                new MailOptions(true, null),
                issued(enabling.answer()).delivery().orElseThrow().mail());
    }

    @Test
    @Tag("A5")
    void aHelpdeskCannotSendThePinToAnAddressOfItsChoice() {
        var command = new EnableConferencing(
                CONFERENCE_ID, null, null, null, new MailOptions(true, "somebody@example.org"), true);
        given(provisioned(), wanted())
                .when(command, US.by(HELPDESK).drawing(PIN).context())
                .thenRefused(new UserRefusal.AddressNeedsAdministrator());
    }

    @Test
    @Tag("C2")
    void nobodyIsEnabledWithoutAReservedConferenceId() {
        var command = new EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, true);
        given(provisioned(), wanted())
                .when(command, US.drawing(PIN).context())
                .thenRefused(new UserRefusal.ConferenceIdNotReserved());
        given(provisioned(), wanted("7654321"))
                .when(enable(), US.drawing(PIN).context())
                .thenRefused(new UserRefusal.ConferenceIdNotReserved());
    }

    @Test
    @Tag("A5")
    void aRoleThatNobodyThoughtOfSeesNoPin() {
        Actor other = new Actor("new", "operator", null);
        var answer = given(provisioned(), wanted())
                .when(enable(), US.by(other).drawing(PIN).context())
                .answer();
        assertEquals(Optional.empty(), issued(answer).revealed());
    }

    @Test
    @Tag("A1")
    void thePinHasTheTenantsLength() {
        var context =
                US.where(Settings.with("pinLength", 8)).drawing("40813408").context();
        given(provisioned(), wanted()).when(enable(), context).thenEvents(enabled("40813408"));
    }

    @Test
    @Tag("A2")
    void thePinIsNoStretchOfTheTelephoneNumbersOrTheConferenceId() {
        given(provisioned(), wanted())
                .when(enable(), US.drawing("63296", "71100", PIN).context())
                .thenEvents(enabled());
    }

    @Test
    @Tag("C1")
    void theTenantsDefaultsAreCopied() {
        var settings = Settings.with(NUMBERS, "allowPstnOnlyMeetingsByDefault", true);
        var events = given(provisioned(), wanted())
                .when(enable(), US.where(settings).drawing(PIN).context())
                .events();
        assertEquals(
                List.of(new UserEnabled(
                        CONFERENCE_ID,
                        TOLL,
                        FREE,
                        true,
                        FakeVault.verifierOf(PIN),
                        5,
                        NOW,
                        "admin",
                        Around.ID.toString(),
                        null)),
                events);
    }

    @Test
    @Tag("C1")
    void whatIsSaidExplicitlyBeatsTheDefaults() {
        var settings = Settings.with(NUMBERS, "allowPstnOnlyMeetingsByDefault", true);
        var command = new EnableConferencing(CONFERENCE_ID, false, OTHER_TOLL, FREE, MailOptions.BY_TENANT, true);
        var event = (UserEnabled) given(provisioned(), wanted())
                .when(command, US.where(settings).drawing(PIN).context())
                .events()
                .getFirst();
        assertEquals(OTHER_TOLL, event.serviceNumber());
        assertFalse(event.allowPstnOnlyMeetings());
    }

    @Test
    @Tag("C1")
    void enablingTheEnabledChangesNothingWhateverTheDefaultsAreNow() {
        var enabled = given(provisioned(), enabled())
                .when(
                        enable(),
                        US.where(Settings.with("allowPstnOnlyMeetingsByDefault", true))
                                .context())
                .thenEvents();
        assertEquals(new AlreadyEnabled(CONFERENCE_ID), enabled.answer());
    }

    @Test
    @Tag("C4")
    void aNumberThatIsNotTheTenantsIsRefused() {
        refusedNumber("+4930123456", null, "+4930123456");
        refusedNumber(null, "+4930123456", "+4930123456");
    }

    @Test
    @Tag("C4")
    void aNumberOfTheOtherTypeIsRefused() {
        refusedNumber(FREE, null, FREE);
        refusedNumber(null, TOLL, TOLL);
    }

    @Test
    @Tag("D2")
    void anAddressNeedsSendEmail() {
        for (Boolean send : new Boolean[] {null, false}) {
            var command = new EnableConferencing(
                    CONFERENCE_ID, null, null, null, new MailOptions(send, "amos@example.org"), true);
            given(provisioned(), wanted()).when(command, US.context()).thenRefused(new AddressWithoutSendEmail());
        }
    }

    @Test
    @Tag("D1")
    void theDeliveryCarriesTheOptionsAndTheSwitchOfThatMoment() {
        var mail = new MailOptions(true, "amos@example.org");
        var command = new EnableConferencing(CONFERENCE_ID, null, null, null, mail, true);
        var settings = Settings.with("automaticallySendEmailsToUsers", false);
        var delivery = issued(given(provisioned(), wanted())
                        .when(command, US.where(settings).drawing(PIN).context())
                        .answer())
                .delivery()
                .orElseThrow();
        assertEquals(mail, delivery.mail());
        assertFalse(delivery.automatic());
    }

    private static void refusedNumber(String toll, String tollFree, String named) {
        var command = new EnableConferencing(CONFERENCE_ID, null, toll, tollFree, MailOptions.BY_TENANT, true);
        given(provisioned(), wanted())
                .when(command, US.where(NUMBERS).context())
                .thenRefused(new ServiceNumberNotOffered(named));
    }

    private static ServiceNumber number(String number, ServiceNumber.Type type) {
        return new ServiceNumber(number, type, null, null, null);
    }
}
