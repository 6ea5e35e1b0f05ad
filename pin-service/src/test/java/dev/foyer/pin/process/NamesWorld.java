package dev.foyer.pin.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.base.UserName;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.UserNames;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserContext;
import dev.foyer.pin.domain.user.UserDecider;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserFixture;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.user.UserTimers;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.NameDecider;
import dev.foyer.pin.domain.username.NameRefusal;
import dev.foyer.pin.domain.username.ReservedName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Users and the register of their names, with the processes between them, without a broker: every step waits until chance
 * picks it, may come late, may be lost before it is decided, and its answer, or who listens, may be lost after it.
 */
final class NamesWorld implements Users, UserNames {

    private static final int MOST_LINES = 400;

    final Map<String, User> users = new TreeMap<>();
    final Map<String, ReservedName> register = new TreeMap<>();
    final UserNaming naming = new UserNaming(this, this);
    final Deque<String> log = new ArrayDeque<>();

    private final FollowUserNames follower = new FollowUserNames(naming);
    private final UserDecider userDecider = new UserDecider();
    private final UserTimers timers = new UserTimers();
    private final Map<String, Map<String, Object>> answered = new HashMap<>();
    private final List<Runnable> steps = new ArrayList<>();
    private final Set<String> woken = new HashSet<>();
    private final Random random;
    private Instant now = UserFixture.NOW;
    private int timerCommands;

    /** How many steps of a hundred are lost. */
    int losses;

    NamesWorld(Random random) {
        this.random = random;
    }

    /** One that was there before there was a register. */
    void earlier(String userId, String name) {
        var came = new UserEvent.UserProvisioned(new Profile(name, "X", null, null, null));
        users.put(key(userId), userDecider.evolve(userDecider.initial(), came));
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta) {
        String key = user.toString();
        var context = new UserContext(
                now,
                user.userId(),
                meta.actor(),
                TenantSettings.DEFAULT,
                FakeVault.drawing(),
                Around.ID,
                Around.PATIENCE,
                Around.RESETS,
                Room.ENDLESS);
        return step(() -> decide(users, userDecider, key, command, meta, context, (state, events) -> {
            check();
            if (!isLost()) {
                follower.committed(key, state, events);
            }
        }));
    }

    @Override
    public CompletionStage<Reply<NameRefusal, NameAnswer>> submit(
            String tenant, String name, NameCommand command, CommandMeta meta) {
        String key = tenant + "/" + name;
        return step(() -> decide(register, new NameDecider(), key, command, meta, null, (state, events) -> {
            if (state instanceof ReservedName.Free) {
                register.remove(key);
                answered.remove(NameDecider.class + key); // forgotten
            }
        }));
    }

    private <T> CompletionStage<T> step(Supplier<T> decide) {
        CompletableFuture<T> reply = new CompletableFuture<>();
        steps.add(() -> {
            boolean sent = !isLost();
            T answer = sent ? decide.get() : null;
            if (sent && !isLost()) {
                reply.complete(answer);
            } else {
                reply.completeExceptionally(new Unavailable(Unavailable.Reason.MOVED, "lost"));
            }
        });
        return reply;
    }

    private boolean isLost() {
        return random.nextInt(100) < losses;
    }

    @SuppressWarnings("unchecked") // a command's answer is of its aggregate's kind
    private <S, C, E, R, A, X> Reply<R, A> decide(
            Map<String, S> states,
            Decider<S, C, E, R, A, X> decider,
            String key,
            C command,
            CommandMeta meta,
            X context,
            BiConsumer<S, List<E>> committed) {
        Map<String, Object> mine = answered.computeIfAbsent(decider.getClass() + key, _ -> new HashMap<>());
        if (mine.containsKey(meta.commandId())) {
            return new Reply.Done<>((A) mine.get(meta.commandId()), List.of(), true);
        }
        S before = states.getOrDefault(key, decider.initial());
        return switch (decider.decide(before, command, context)) {
            case Decision.Refused<E, R, A>(R reason) -> {
                note(key + " " + command + " !" + reason);
                yield new Reply.Refused<>(reason);
            }
            case Decision.Accepted<E, R, A>(List<E> events, A answer) -> {
                note(key + " " + command + " -> " + events);
                if (!events.isEmpty()) {
                    S state = before;
                    for (E event : events) {
                        state = decider.evolve(state, event);
                    }
                    states.put(key, state);
                    mine.put(meta.commandId(), answer);
                    committed.accept(state, events);
                }
                yield new Reply.Done<>(answer, List.of(), false);
            }
        };
    }

    private void note(String line) {
        log.add(now + " " + line);
        if (log.size() > MOST_LINES) {
            log.remove();
        }
    }

    /** At no moment two users have one name; who waits has none. */
    private void check() {
        Map<String, String> shown = new HashMap<>();
        users.forEach((id, user) -> name(user).filter(_ -> user.name().held()).ifPresent(name -> {
            String other = shown.put(UserName.folded(name), id);
            if (other != null) {
                throw new AssertionError(id + " and " + other + " are both " + name);
            }
        }));
    }

    static Optional<String> name(User user) {
        return switch (user) {
            case User.Unknown _ -> Optional.empty();
            case User.Provisioned it -> Optional.of(it.profile().userPrincipalName());
            case User.Enabled it -> Optional.of(it.profile().userPrincipalName());
        };
    }

    /** Does one step that chance picks. @return false when there is none */
    boolean step() {
        if (steps.isEmpty()) {
            return false;
        }
        steps.remove(random.nextInt(steps.size())).run();
        return true;
    }

    void pass(Duration time) {
        now = now.plus(time);
        users.forEach((key, user) -> {
            if (dueOf(user).filter(due -> !due.isAfter(now)).isPresent() && woken.add(key)) { // one at a time
                String id = "timer-" + timerCommands++;
                submit(UserKey.parse(key), timers.command(user), new CommandMeta(id, id, Around.SERVICE))
                        .whenComplete((_, _) -> woken.remove(key));
            }
        });
    }

    /** Until nobody has anything to do but to wait for a name that is another's; nothing is lost from now on. */
    void settle() {
        losses = 0;
        for (int i = 0; i < 40; i++) { // twice as long each time
            pass(Duration.ofMinutes(i));
            while (step()) {
                // the next one
            }
        }
    }

    private Optional<Instant> dueOf(User user) {
        return user instanceof User.Unknown ? Optional.empty() : timers.due(user);
    }

    static String key(String userId) {
        return "contoso.com/" + userId;
    }
}
