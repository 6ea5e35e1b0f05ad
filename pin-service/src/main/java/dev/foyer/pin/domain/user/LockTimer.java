package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import java.time.Instant;
import java.util.Optional;

/** A temporary lock ends by itself, at its time (rule B4). */
public final class LockTimer implements Timers<User, UserCommand> {

    @Override
    public Optional<Instant> due(User state) {
        return switch (state) {
            case Unknown _, Provisioned _ -> Optional.empty();
            case Enabled user ->
                Optional.ofNullable(user.lockout().lock()).map(Lock::until); // a lock for good has no end
        };
    }

    @Override
    public UserCommand command(User state) {
        return new ExpireLock();
    }
}
