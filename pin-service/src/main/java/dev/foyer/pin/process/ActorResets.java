package dev.foyer.pin.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserRefusal;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many PINs one account may reset: so many at once, and as many again over each hour. In the memory of this instance,
 * so that a reset costs no second commit: with more instances, or after a restart, it may be more, and what is
 * under way at the same time is not counted yet. It is there to slow a stolen account down, not to be exact. Thread-safe.
 */
public final class ActorResets {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final Users users;
    private final Duration each;
    private final InstantSource clock;
    private final Counter refused;

    /** The last ones, so that a repetition is told what was done, not to wait. */
    private final Set<String> counted = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** When what an account has taken is used up again, by tenant and name. */
    private final Map<String, Instant> takenUntil = new ConcurrentHashMap<>();

    /**
     * @param perHour at least 1
     * @param clock that is never set, so that nobody waits for longer than an hour
     * @param refused counts who is told to wait
     */
    public ActorResets(Users users, int perHour, InstantSource clock, Counter refused) {
        this.users = users;
        this.each = WINDOW.dividedBy(perHour);
        this.clock = clock;
        this.refused = refused;
    }

    /** @return how long the account has to wait, or nothing: it need not */
    public Optional<Duration> refusedFor(String tenant, CommandMeta meta) {
        Instant until = takenUntil.get(key(tenant, meta));
        if (until == null || counted.contains(meta.commandId())) {
            return Optional.empty();
        }
        Duration wait = Duration.between(clock.instant(), until.plus(each).minus(WINDOW));
        if (!wait.isPositive()) {
            return Optional.empty();
        }
        refused.increment();
        return Optional.of(wait);
    }

    /** What is refused, or was done before, takes nothing. */
    public CompletionStage<Reply<UserRefusal, UserAnswer>> reset(UserKey user, ResetPin command, CommandMeta meta) {
        return users.submit(user, command, meta).thenApply(reply -> {
            if (reply instanceof Reply.Done<UserRefusal, UserAnswer> done && !done.repeated()) {
                counted.add(meta.commandId());
                take(key(user.tenant(), meta));
            }
            return reply;
        });
    }

    private void take(String key) {
        Instant now = clock.instant();
        if (takenUntil.size() >= REMEMBERED) {
            takenUntil.values().removeIf(until -> !until.isAfter(now));
        }
        takenUntil.merge(key, now.plus(each), (until, _) -> (until.isAfter(now) ? until : now).plus(each));
    }

    private static String key(String tenant, CommandMeta meta) {
        return tenant + "/" + meta.actor().name();
    }
}
