package dev.foyer.pin.process;

import dev.foyer.base.Actor;
import dev.foyer.base.Backoff;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.DeadLetterWriter;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.AwaitedLicence;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.GiveUpLicence;
import dev.foyer.pin.domain.user.UserCommand.NoteLicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.DeliveryKeyAwaited;
import dev.foyer.pin.domain.user.UserEvent.LicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent.LicenceTriedAgain;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows licences that came too early, when their user is there and a PIN can be sealed, and says in the dead letters which of them are
 * given up (rule G6). The user's timer says when; if anything fails on the way, or the process dies, it says so again. Never blocks,
 * thread-safe.
 */
@Singleton
public class WaitingLicences implements CommitListener<User, UserEvent> {

    private static final Logger LOG = Logger.getLogger(WaitingLicences.class);
    private static final String DIRECTORY = "directory";
    private static final Actor US = Actor.service("pin-service");
    private static final int AT_ONCE = 256;
    private static final int MOST_TRIES = 8;
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofMillis(6_400));

    private final Users users;
    private final ConferenceIdAssignment conferenceIds;
    private final DeadLetterWriter deadLetters;

    /** Those that wait for the key since this process runs; the others wait for their timer. */
    private final Map<String, AwaitedLicence> waitForKey = new ConcurrentHashMap<>();

    /** Listens to the very aggregates that it submits to: nothing may be used before all are made. */
    @Inject
    public WaitingLicences(Users users, ConferenceIdAssignment conferenceIds, DeadLetterWriter deadLetters) {
        this.users = users;
        this.conferenceIds = conferenceIds;
        this.deadLetters = deadLetters;
    }

    @Override
    public void committed(String user, User state, List<UserEvent> events) {
        AwaitedLicence awaited = state.licence().orElse(null);
        if (awaited == null) {
            waitForKey.remove(user);
            return;
        }
        switch (events.getLast()) {
            case DeliveryKeyAwaited _ -> waitForKey.put(user, awaited);
            case LicenceTriedAgain _ -> follow(user, awaited);
            case LicenceGivenUp _ -> sayGivenUp(user, awaited);
            default -> {} // says nothing of licences
        }
    }

    /** The timer knows what is left to do; a million users need not be looked at. */
    @Override
    public boolean wantsRecovery() {
        return false;
    }

    @Override
    public void recovered(String user, User state) {}

    /** A PIN can be sealed from now on: nobody waits for the timer. */
    public void deliveryKeyCame() {
        Thread.startVirtualThread(() -> {
            Semaphore free = new Semaphore(AT_ONCE);
            for (String user : Set.copyOf(waitForKey.keySet())) {
                AwaitedLicence awaited = waitForKey.remove(user);
                if (awaited != null) {
                    free.acquireUninterruptibly();
                    follow(user, awaited).whenComplete((done, failure) -> free.release());
                }
            }
        });
    }

    private CompletionStage<?> follow(String user, AwaitedLicence awaited) {
        waitForKey.remove(user);
        String changedBy = awaited.licence().changedBy();
        Actor actor = new Actor(changedBy == null ? DIRECTORY : changedBy, DIRECTORY, changedBy);
        // Each try is decided: what an earlier one was refused for may be different now.
        String id = user + "/licence/" + awaited.since() + "/" + awaited.due();
        String record = awaited.licence().id();
        CommandMeta meta = new CommandMeta(id, awaited.licence().correlationId(), actor)
                .because(TextKind.LINE.isFormOf(record) ? record : null);
        return follow(user, awaited, meta, 1).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.debugf("The licence of %s cannot be followed yet: %s", user, failure.getMessage());
            }
        });
    }

    /** Owners move, and at a start tables are read for a while: that is no reason to wait for the next timer. */
    private CompletionStage<Object> follow(String user, AwaitedLicence awaited, CommandMeta meta, int tries) {
        return conferenceIds
                .follow(UserKey.parse(user), awaited.since(), meta)
                .thenCompose(reply -> answered(user, awaited, reply))
                .thenApply(Object.class::cast)
                .exceptionallyCompose(failure -> tries == MOST_TRIES
                        ? CompletableFuture.failedStage(failure)
                        : CompletableFuture.<Object>completedStage(null)
                                .thenComposeAsync(waited -> follow(user, awaited, meta, tries + 1), later(tries)));
    }

    private static Executor later(int tries) {
        return CompletableFuture.delayedExecutor(BACKOFF.after(tries).toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletionStage<?> answered(String user, AwaitedLicence awaited, Reply<UserRefusal, UserAnswer> reply) {
        if (!(reply instanceof Reply.Refused<UserRefusal, UserAnswer>(UserRefusal why))) {
            return CompletableFuture.completedStage(null);
        }
        return switch (why) {
            case UserRefusal.OwnPinReset() -> giveUp(user, awaited, GivenUp.OWN_PIN);
            case UserRefusal.UserInactive() -> giveUp(user, awaited, GivenUp.USER_INACTIVE);
            case UserRefusal.UserLimitReached() -> giveUp(user, awaited, GivenUp.USER_LIMIT_REACHED);
            case UserRefusal.NoDeliveryKey() -> {
                waitForKey.put(user, awaited);
                yield CompletableFuture.completedStage(null);
            }
            default -> CompletableFuture.completedStage(null); // not awaited any more, or the timer tries again
        };
    }

    private CompletionStage<?> giveUp(String user, AwaitedLicence awaited, GivenUp why) {
        String id = user + "/licence/" + awaited.since() + "/" + why;
        return users.submit(UserKey.parse(user), new GiveUpLicence(awaited.since(), why), new CommandMeta(id, id, US));
    }

    private void sayGivenUp(String user, AwaitedLicence awaited) {
        UserKey key = UserKey.parse(user);
        String id = user + "/licence/" + awaited.since() + "/given-up";
        deadLetters
                .send(LicenceLetter.of(key, awaited.licence()), LicenceLetter.reason(awaited.givenUp()))
                .thenCompose(
                        sent -> users.submit(key, new NoteLicenceGivenUp(awaited.since()), new CommandMeta(id, id, US)))
                .whenComplete((noted, failure) -> {
                    if (failure != null) {
                        LOG.debugf("The licence of %s is not in the dead letters yet: %s", user, failure.getMessage());
                    }
                });
    }
}
