package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.ForgetUser;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import dev.foyer.pin.domain.user.UserCommand.SettleLicence;
import dev.foyer.pin.domain.user.UserCommand.SettleUserName;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to a user by itself: a temporary lock ends (rule B4), conference IDs and names are settled (rules C2, G5), a licence that came too early is
 * tried again or given up (rule G6), and who is gone is forgotten.
 */
public final class UserTimers implements Timers<User, UserCommand> {

    private record Next(Instant due, UserCommand command) {}

    @Override
    public Optional<Instant> due(User state) {
        return next(state).map(Next::due);
    }

    @Override
    public UserCommand command(User state) {
        return next(state).orElseThrow().command();
    }

    private static Optional<Next> next(User state) {
        return Stream.of(
                        endOfLock(state).map(due -> new Next(due, new ExpireLock())),
                        state.ids().nextDue().map(due -> new Next(due, new SettleConferenceIds())),
                        state.nameDue().map(due -> new Next(due, new SettleUserName())),
                        state.licence().map(awaited -> new Next(awaited.nextDue(state), new SettleLicence())),
                        state.forgottenAt().map(due -> new Next(due, new ForgetUser())))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Next::due));
    }

    private static Optional<Instant> endOfLock(User state) {
        return switch (state) {
            case Unknown _, Provisioned _ -> Optional.empty();
            case Enabled user ->
                Optional.ofNullable(user.lockout().lock()).map(Lock::until); // a lock for good has no end
        };
    }
}
