package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.ServiceNumber.Type;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of an enabled user, and who may start the meetings. */
class NumbersTest {

    private static final String TOLL = "+390212345678";
    private static final String FREE = "+39800123456";
    private static final UserContext NUMBERS = US.where(Settings.with(
                    "serviceNumbers",
                    List.of(
                            new ServiceNumber(TOLL, Type.TOLL, null, null, null),
                            new ServiceNumber(FREE, Type.TOLL_FREE, null, null, null))))
            .context();

    @Test
    @Tag("C4")
    void eachNumberThatChangesIsAnEventOfItsOwn() {
        var changing = given(provisioned(), enabled())
                .when(change(TOLL, FREE, null), NUMBERS)
                .thenEvents(
                        new DefaultNumberChanged(Type.TOLL, null, TOLL, NOW),
                        new DefaultNumberChanged(Type.TOLL_FREE, null, FREE, NOW));
        Conferencing after = ((User.Enabled) changing.stateAfter()).conferencing();
        assertEquals(TOLL, after.serviceNumber());
        assertEquals(FREE, after.tollFreeServiceNumber());
    }

    @Test
    @Tag("C4")
    void whatIsAlreadySoOrNotSaidIsNoChange() {
        given(provisioned(), enabled(), new DefaultNumberChanged(Type.TOLL, null, TOLL, NOW))
                .when(new ChangeConferencing(new NumberChoice(true, TOLL), NumberChoice.UNCHANGED, false), NUMBERS)
                .thenEvents();
    }

    @Test
    @Tag("C4")
    void aNumberMayBeTakenAway() {
        given(provisioned(), enabled(), new DefaultNumberChanged(Type.TOLL_FREE, null, FREE, NOW))
                .when(new ChangeConferencing(NumberChoice.UNCHANGED, new NumberChoice(true, null), null), NUMBERS)
                .thenEvents(new DefaultNumberChanged(Type.TOLL_FREE, FREE, null, NOW));
    }

    @Test
    @Tag("C4")
    void aNumberThatIsNotTheTenantsOrOfTheOtherTypeIsRefusedAndNothingElseIsChanged() {
        given(provisioned(), enabled())
                .when(change(FREE, null, true), NUMBERS)
                .thenRefused(new UserRefusal.ServiceNumberNotOffered(FREE));
        given(provisioned(), enabled())
                .when(change(TOLL, "+4930123456", true), NUMBERS)
                .thenRefused(new UserRefusal.ServiceNumberNotOffered("+4930123456"));
    }

    @Test
    @Tag("C1")
    void theAdministratorMayChangeWhatWasCopiedAtEnabling() {
        var allowing = given(provisioned(), enabled())
                .when(new ChangeConferencing(NumberChoice.UNCHANGED, NumberChoice.UNCHANGED, true), NUMBERS)
                .thenEvents(new PstnOnlyMeetingsChanged(true, NOW));
        assertEquals(true, ((User.Enabled) allowing.stateAfter()).conferencing().allowPstnOnlyMeetings());
    }

    private static ChangeConferencing change(String toll, String tollFree, Boolean pstnOnly) {
        return new ChangeConferencing(new NumberChoice(true, toll), new NumberChoice(true, tollFree), pstnOnly);
    }
}
