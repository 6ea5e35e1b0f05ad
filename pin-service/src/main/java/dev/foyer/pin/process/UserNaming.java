package dev.foyer.pin.process;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.UserNames;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.NameUse;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserAnswer.UserNameUnused;
import dev.foyer.pin.domain.user.UserCommand.LeaveUserName;
import dev.foyer.pin.domain.user.UserCommand.LoseUserName;
import dev.foyer.pin.domain.user.UserCommand.NamingCommand;
import dev.foyer.pin.domain.user.UserCommand.TakeUserName;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.domain.user.UserRefusal.UserNameNotReserved;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand.ReleaseName;
import dev.foyer.pin.domain.username.NameCommand.ReserveName;
import dev.foyer.pin.domain.username.NameRefusal;
import dev.foyer.pin.domain.username.NameRefusal.NameTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What takes a user and the register of names (rules G5, G6): the user says what to reserve, the register reserves it, the user
 * uses it. A step may fail, and the process may die, between any two of them. What is then left in the register for a user
 * who does not use it is found by whoever meets it: that user is asked, says that it never will, and the name is released.
 * So nothing has to be remembered, and a new user takes two commits. Thread-safe.
 */
@ApplicationScoped
public class UserNaming {

    private static final Logger LOG = Logger.getLogger(UserNaming.class);
    private static final Actor OURSELVES = Actor.service("pin-service");

    /** Of changes that meet; each of them helps another one on. */
    private static final int MOST_ATTEMPTS = 20;

    private final Users users;
    private final UserNames names;

    @Inject
    public UserNaming(Users users, UserNames names) {
        this.users = users;
        this.names = names;
    }

    /** A person is refused when another user has the name. */
    public <C extends NamingCommand> CompletionStage<Reply<UserRefusal, UserAnswer>> byPerson(
            UserKey user, C command, CommandMeta meta) {
        return first(user, command, meta, _ -> done(new Reply.Refused<>(new UserRefusal.UserNameTaken())));
    }

    /** A directory has the say: its user gives up the old name, and waits for one that another still has. */
    public <C extends NamingCommand> CompletionStage<Reply<UserRefusal, UserAnswer>> byDirectory(
            UserKey user, C command, CommandMeta meta) {
        return first(
                user, command, meta, wish -> users.submit(user, command.with(NameUse.awaited(wish.epoch())), meta));
    }

    /** What becomes of a name that another user has. */
    private interface Taken extends Function<UserNameNotReserved, CompletionStage<Reply<UserRefusal, UserAnswer>>> {}

    /** Asks without a name first: most commands change none. */
    private CompletionStage<Reply<UserRefusal, UserAnswer>> first(
            UserKey user, NamingCommand command, CommandMeta meta, Taken taken) {
        return users.submit(user, command.with(NameUse.AS_IT_IS), meta)
                .thenCompose(reply -> again(user, command, meta, taken, reply, 1));
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> again(
            UserKey user,
            NamingCommand command,
            CommandMeta meta,
            Taken taken,
            Reply<UserRefusal, UserAnswer> reply,
            int attempt) {
        if (!(reply instanceof Reply.Refused<UserRefusal, UserAnswer>(UserNameNotReserved wish))) {
            return done(reply);
        }
        if (attempt > MOST_ATTEMPTS) {
            return CompletableFuture.failedStage(
                    new Unavailable(Unavailable.Reason.MOVED, "The user's name changed at the same time; try again."));
        }
        return reserve(user, wish, attempt)
                .thenCompose(reserved -> reserved
                        ? users.submit(user, command.with(NameUse.reserved(wish.epoch())), meta)
                                .thenApply(used -> freeUnlessUsed(user, wish, used))
                        : taken.apply(wish))
                .thenCompose(next -> again(user, command, meta, taken, next, attempt + 1));
    }

    /** Reserves what the user waits for, and has it used. */
    void settle(UserKey user, UserNameNotReserved wish) {
        reserve(user, wish, 1)
                .thenCompose(reserved -> reserved
                        ? users.submit(user, new TakeUserName(wish.name(), wish.epoch()), ofOurselves())
                                .thenCompose(used -> used instanceof Reply.Refused
                                        ? free(user, wish)
                                        : CompletableFuture.completedStage(true))
                        : users.submit(user, new LoseUserName(wish.name()), ofOurselves())
                                .thenApply(_ -> false))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.debugf("The name of %s cannot be settled yet: %s", user, failure.getMessage());
                    }
                });
    }

    /** @return false when another user uses the name */
    private CompletionStage<Boolean> reserve(UserKey user, UserNameNotReserved wish, int attempt) {
        var reserve = new ReserveName(user.toString(), wish.epoch());
        return names.submit(user.tenant(), wish.name(), reserve, ofOurselves()).thenCompose(reply -> switch (reply) {
            case Reply.Done<NameRefusal, NameAnswer> _ -> CompletableFuture.completedStage(true);
            case Reply.Refused<NameRefusal, NameAnswer>(NameTaken(String owner, long epoch)) ->
                free(UserKey.parse(owner), new UserNameNotReserved(wish.name(), epoch))
                        .thenCompose(freed -> !freed || attempt > MOST_ATTEMPTS
                                ? CompletableFuture.completedStage(false)
                                : reserve(user, wish, attempt + 1));
        });
    }

    /** @return false when the owner uses the name; else nothing that was reserved for the owner up to that epoch is left */
    private CompletionStage<Boolean> free(UserKey owner, UserNameNotReserved held) {
        return users.submit(owner, new LeaveUserName(held.name(), held.epoch()), ofOurselves())
                .thenCompose(reply -> reply instanceof Reply.Done<UserRefusal, UserAnswer> said
                                && said.answer() instanceof UserNameUnused(long before)
                        ? release(owner, held.name(), before).thenApply(_ -> true)
                        : CompletableFuture.completedStage(false));
    }

    /** Takes back what was reserved for the owner before that epoch, and tells nobody when it cannot: see {@link UserNaming}. */
    CompletionStage<?> release(UserKey owner, String name, long before) {
        return names.submit(owner.tenant(), name, new ReleaseName(owner.toString(), before), ofOurselves());
    }

    /** What was reserved for a command that was then refused is not kept, unless it is tried again; nobody waits for that. */
    private Reply<UserRefusal, UserAnswer> freeUnlessUsed(
            UserKey user, UserNameNotReserved reserved, Reply<UserRefusal, UserAnswer> used) {
        if (used instanceof Reply.Refused<UserRefusal, UserAnswer>(UserRefusal reason)
                && !(reason instanceof UserNameNotReserved wish && wish.name().equals(reserved.name()))) {
            free(user, reserved);
        }
        return used;
    }

    private static CompletionStage<Reply<UserRefusal, UserAnswer>> done(Reply<UserRefusal, UserAnswer> reply) {
        return CompletableFuture.completedStage(reply);
    }

    private static CommandMeta ofOurselves() {
        String id = UUID.randomUUID().toString();
        return new CommandMeta(id, id, OURSELVES);
    }
}
