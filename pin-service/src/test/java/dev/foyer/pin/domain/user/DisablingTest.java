package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.reset;
import static dev.foyer.pin.domain.user.UserFixture.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a dial-in user stops being one, and that going to and fro is no way to new PINs without end. */
class DisablingTest {

    @Test
    @Tag("C1")
    void disablingErasesPinAndConferencing() {
        var disabling = given(provisioned(), enabled())
                .when(new DisableConferencing(), US.context())
                .thenEvents(disabled());
        assertEquals(new UserAnswer.Disabled(Optional.of(CONFERENCE_ID)), disabling.answer());
        assertEquals(
                new User.Provisioned(
                        AMOS, CallTries.NONE, returning(), Resets.NONE.disabled(NOW), NameClaim.NONE.holding(), null),
                disabling.stateAfter());
    }

    @Test
    @Tag("C1")
    void removingAnEnabledUserDisablesFirst() {
        var removing = given(provisioned(), enabled())
                .when(new RemoveUser(), US.context())
                .thenEvents(disabled(), new UserRemoved(NOW), UserFixture.left());
        assertEquals(new UserAnswer.Disabled(Optional.of(CONFERENCE_ID)), removing.answer());
        assertTrue(removing.stateAfter() instanceof User.Unknown);
    }

    /** Each time somebody gets another PIN, as by a reset; a directory is believed, whatever it says and how often. */
    @Test
    void disablingAndEnablingIsLimitedAsResetsAre() {
        List<UserEvent> often = new ArrayList<>(List.of(provisioned()));
        for (int i = 0; i < Around.RESETS; i++) {
            often.addAll(List.of(enabled(), reset(PIN, false), disabled()));
        }
        often.add(wanted());
        UserEvent[] before = often.toArray(UserEvent[]::new);
        Instant end = NOW.plus(Resets.WINDOW);
        given(before).when(enable(), US.context()).thenRefused(new UserRefusal.ResetLimitReached(end));
        assertTrue(isEnabled(before, US.by(Around.SERVICE)));
        UserEvent[] onceLess = Stream.concat(
                        Stream.of(provisioned()), Stream.of(before).skip(4))
                .toArray(UserEvent[]::new);
        assertTrue(isEnabled(onceLess, US));
        assertTrue(isEnabled(before, US.at(end)));
    }

    private static boolean isEnabled(UserEvent[] before, Around context) {
        return given(before)
                        .when(enable(), context.drawing(PIN).context())
                        .events()
                        .getFirst()
                instanceof UserEnabled;
    }

    private static UnsettledIds returning() {
        return UnsettledIds.NONE.returning(CONFERENCE_ID, NOW, NOW);
    }
}
