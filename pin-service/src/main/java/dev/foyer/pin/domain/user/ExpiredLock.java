package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The end of a temporary lock is noted by its timer, or by the first command that comes after its time and before the
 * timer. So each lock ends once, and no decision depends on which of the two was first.
 */
final class ExpiredLock {

    private ExpiredLock() {}

    /** Decides on the user without the lock whose time is over; its end is the first event then. */
    static Decision<UserEvent, UserRefusal, UserAnswer> firstOf(
            Enabled user, Instant now, Function<Enabled, Decision<UserEvent, UserRefusal, UserAnswer>> rule) {
        if (!user.lockout().isExpired(now)) {
            return rule.apply(user);
        }
        PinUnlocked end =
                new PinUnlocked(UnlockReason.EXPIRED, user.lockout().lock().until());
        Enabled free = (Enabled) UserEvolution.evolve(user, end);
        return switch (rule.apply(free)) {
            case Decision.Accepted<UserEvent, UserRefusal, UserAnswer>(var events, var answer) -> {
                List<UserEvent> all = new ArrayList<>();
                all.add(end);
                all.addAll(events);
                yield Decision.accept(answer, all);
            }
            case Decision.Refused<UserEvent, UserRefusal, UserAnswer> refused -> refused;
        };
    }
}
