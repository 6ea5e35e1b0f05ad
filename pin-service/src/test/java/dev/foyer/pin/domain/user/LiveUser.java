package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static org.junit.jupiter.api.Assertions.fail;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.tenant.Settings;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserAnswer.Verified;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user to whom one thing after another happens, while the time passes: for rules that count. */
final class LiveUser {

    private final UserDecider decider = new UserDecider();
    private final List<UserEvent> journal = new ArrayList<>();
    private TenantSettings settings = TenantSettings.DEFAULT;
    private User state = decider.initial();
    private Instant now = UserFixture.NOW;
    private List<UserEvent> last = List.of();
    private int calls;

    static LiveUser enabledWith(String pin) {
        LiveUser user = new LiveUser();
        user.happened(List.of(provisioned(), enabled(pin)));
        return user;
    }

    LiveUser where(String setting, Object value) {
        settings = Settings.with(setting, value);
        return this;
    }

    LiveUser pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Verified verify(String callId, String digits) {
        return (Verified) does(UserFixture.verify(callId, digits), FakeVault.drawing());
    }

    /** So many wrong PINs, each in a call of its own. */
    LiveUser wrongPins(int times) {
        List<UserEvent> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            verify("wrong call " + calls++, "999888777666");
            all.addAll(last);
        }
        last = all;
        return this;
    }

    /** The right PIN, in a call of its own. */
    boolean isLetIn(String pin) {
        return verify("right call " + calls++, pin).organizer();
    }

    LiveUser reset(String newPin) {
        does(UserFixture.reset(), FakeVault.drawing(newPin));
        return this;
    }

    /** Why a reset is refused now; empty when it is not, and then it was one. */
    Optional<UserRefusal> refusalOfReset() {
        var context = Around.US.at(now).with(FakeVault.drawing()).context();
        return decider.decide(state, UserFixture.reset(), context)
                        instanceof Decision.Refused<UserEvent, UserRefusal, UserAnswer>(UserRefusal reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    LiveUser unlock() {
        does(new UnlockPin(), FakeVault.drawing());
        return this;
    }

    /** What the last command made, or all the last wrong PINs. */
    List<UserEvent> last() {
        return last;
    }

    Instant now() {
        return now;
    }

    Enabled state() {
        return (Enabled) state;
    }

    /** The first lock that {@link #last} brought. */
    Optional<PinLocked> newLock() {
        return last.stream()
                .filter(PinLocked.class::isInstance)
                .map(PinLocked.class::cast)
                .findFirst();
    }

    private UserAnswer does(UserCommand command, FakeVault vault) {
        var context = Around.US.at(now).where(settings).with(vault).context();
        return switch (decider.decide(state, command, context)) {
            case Decision.Accepted<UserEvent, UserRefusal, UserAnswer>(var events, var answer) -> {
                happened(events);
                yield answer;
            }
            case Decision.Refused<UserEvent, UserRefusal, UserAnswer>(UserRefusal reason) ->
                fail("Refused: " + reason + " after " + journal);
        };
    }

    private void happened(List<UserEvent> events) {
        last = events;
        journal.addAll(events);
        events.forEach(event -> state = decider.evolve(state, event));
    }
}
