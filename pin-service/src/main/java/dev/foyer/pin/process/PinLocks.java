package dev.foyer.pin.process;

import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Counts locks that began, as {@code foyer.pin.locks} by who ends them: many at once are somebody's attack. Thread-safe. */
@Singleton
public final class PinLocks implements CommitListener<User, UserEvent> {

    private final CountedWords locks;

    @Inject
    public PinLocks(MeterRegistry metrics) {
        locks = CountedWords.of(
                metrics,
                "foyer.pin.locks",
                "Locks of PINs that began, by whether time ends them or an administrator must",
                "ended.by",
                List.of("time", "administrator"));
    }

    @Override
    public void committed(String user, User state, List<UserEvent> events) {
        for (UserEvent event : events) {
            if (event instanceof UserEvent.PinLocked locked) {
                locks.count(locked.until() == null ? "administrator" : "time");
            }
        }
    }

    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String user, User state) {}
}
