package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.ForgetUser;
import dev.foyer.pin.domain.user.UserCommand.SettleConferenceIds;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to a user by itself: a temporary lock ends (rule B4), conference IDs are settled (rule C2), and who is gone is
 * forgotten.
 */
public final class UserTimers implements Timers<User, UserCommand> {

    @Override
    public Optional<Instant> due(User state) {
        return Stream.of(endOfLock(state), state.ids().nextDue(), state.forgottenAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public UserCommand command(User state) {
        if (state.forgottenAt().isPresent()) {
            return new ForgetUser();
        }
        return endOfLock(state).isPresent() && endOfLock(state).equals(due(state))
                ? new ExpireLock()
                : new SettleConferenceIds();
    }

    private static Optional<Instant> endOfLock(User state) {
        return switch (state) {
            case Unknown _, Provisioned _ -> Optional.empty();
            case Enabled user ->
                Optional.ofNullable(user.lockout().lock()).map(Lock::until); // a lock for good has no end
        };
    }
}
