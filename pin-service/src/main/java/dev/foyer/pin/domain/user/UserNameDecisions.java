package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.user.NameClaim.Awaited;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.LeaveUserName;
import dev.foyer.pin.domain.user.UserCommand.LoseUserName;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.TakeUserName;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserNameAwaited;
import dev.foyer.pin.domain.user.UserEvent.UserNameHeld;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a user comes to its name, together with the register (rules G5, G6): reserve it there, use it here; stop using it
 * here, release it there. A name is only used in the epoch that it was reserved in, and whoever says that it does not use a name
 * begins another epoch: so what the register holds for a user can be taken back whenever the user says so.
 */
final class UserNameDecisions {

    /** Until a name that is older than the register is asked for again; at the first start there are many. */
    private static final Duration FIRST_QUESTION = Duration.ofMinutes(1);

    private UserNameDecisions() {}

    /**
     * What a command says of a user.
     *
     * @param cleaned as of {@link ProvisionUser}
     * @param named whether it is about the name, too
     */
    private record Word(Profile given, boolean cleaned, boolean named, NameUse use) {

        UserProvisioned event(Profile profile, Boolean reserved) {
            return new UserProvisioned(profile, cleaned ? true : null, reserved);
        }
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> provision(
            Unknown user, ProvisionUser said, UserContext context) {
        return context.room().forUsers().getAsBoolean()
                ? name(user, null, word(said), context)
                : Decision.refuse(new UserRefusal.UserLimitReached());
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> provisionAgain(
            User user, Profile known, ProvisionUser said, UserContext context) {
        Word word = word(said);
        return again(
                user,
                known,
                new Word(word.given().keepingScimOf(known), word.cleaned(), word.named(), word.use()),
                context);
    }

    private static Word word(ProvisionUser said) {
        return new Word(said.profile(), said.nameCleaned(), true, said.name());
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> change(
            User user, Profile known, ChangeUser said, UserContext context) {
        Word word = new Word(
                said.change().of(known), said.nameCleaned(), said.change().names(), said.name());
        return again(user, known, word, context);
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> again(
            User user, Profile known, Word word, UserContext context) {
        return word.given().length() > known.length()
                        && !context.room().toGrow().getAsBoolean()
                ? Decision.refuse(new UserRefusal.UserLimitReached())
                : name(user, known, word, context);
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> name(
            User user, Profile known, Word word, UserContext context) {
        Profile given = word.given();
        NameUse use = word.use();
        NameClaim claim = user.name();
        List<UserEvent> events = new ArrayList<>();
        if (given.isInactive() && user instanceof Enabled enabled) {
            events.add(new UserDisabled(enabled.conferencing().conferenceId(), context.now())); // rule G4: first
        }
        if (isCalledSo(claim, known, given, word.named(), context)) {
            if (!given.equals(known)) {
                events.add(word.event(given, null));
            }
        } else if (use.kind() == NameUse.Kind.AS_IT_IS || use.epoch() != claim.epoch()) {
            return Decision.refuse(new UserRefusal.UserNameNotReserved(given.foldedName(), claim.epoch()));
        } else if (use.kind() == NameUse.Kind.RESERVED) {
            events.add(word.event(given, true));
            leave(events, claim, known, given.foldedName(), context);
        } else {
            Profile waiting = given.named(context.userId());
            if (!waiting.equals(known)) {
                events.add(word.event(waiting, null));
            }
            leave(events, claim, known, null, context); // also one that is the userId: another may wait for it
            if (claim.awaited() == null || !claim.awaited().name().equals(given.userPrincipalName())) {
                events.add(awaited(new Awaited(given.userPrincipalName(), context.now(), null), context.now()));
            }
        }
        return Decision.accept(new UserAnswer.Provisioned(known == null), events);
    }

    /**
     * Whether nothing has to be asked of the register. Who waits for a name may be changed under the one that the page shows; only
     * the directory, which gave the awaited one, says another.
     */
    private static boolean isCalledSo(
            NameClaim claim, Profile known, Profile given, boolean says, UserContext context) {
        if (given.userPrincipalName() == null) {
            return true;
        }
        return known != null
                && given.foldedName().equals(known.foldedName())
                && !(says && claim.awaited() != null && context.actorIsDirectory());
    }

    private static void leave(
            List<UserEvent> events, NameClaim claim, Profile known, String next, UserContext context) {
        if (known != null && claim.isOwn(known) && !known.foldedName().equals(next)) {
            events.add(new UserNameLeft(known.foldedName(), claim.epoch() + 1, context.now()));
        }
    }

    /** What follows a removal. */
    static List<UserEvent> removed(NameClaim claim, Profile known, UserContext context) {
        List<UserEvent> events = new ArrayList<>(List.of(new UserRemoved(context.now())));
        leave(events, claim, known, null, context);
        return events;
    }

    /** The register has reserved what this user waits for. */
    static Decision<UserEvent, UserRefusal, UserAnswer> take(User user, Profile known, TakeUserName take) {
        NameClaim claim = user.name();
        if (claim.held() && take.name().equals(known.foldedName())) {
            return Decision.accept(new UserAnswer.Done());
        }
        if (take.epoch() != claim.epoch() || !claim.awaits(take.name())) {
            return Decision.refuse(new UserRefusal.UserNameNotReserved(take.name(), claim.epoch()));
        }
        return Decision.accept(
                new UserAnswer.Done(),
                take.name().equals(known.foldedName())
                        ? new UserNameHeld()
                        : new UserProvisioned(known.named(claim.awaited().name()), null, true));
    }

    /** Somebody else has what this user was called before there was a register. */
    static Decision<UserEvent, UserRefusal, UserAnswer> lose(
            User user, Profile known, LoseUserName lose, UserContext context) {
        boolean mistaken = !user.name().held()
                && user.name().awaits(lose.name())
                && lose.name().equals(known.foldedName());
        Profile waiting = known.named(context.userId());
        return mistaken && !waiting.equals(known)
                ? Decision.accept(new UserAnswer.Done(), new UserProvisioned(waiting))
                : Decision.accept(new UserAnswer.Done());
    }

    /** Says whether the name is used; if not, it never will be by what was reserved up to that epoch. */
    static Decision<UserEvent, UserRefusal, UserAnswer> leave(User user, LeaveUserName leave, UserContext context) {
        NameClaim claim = user.name();
        boolean used = switch (user) {
            case Unknown _ -> false;
            case Provisioned it -> uses(claim, it.profile(), leave.name());
            case Enabled it -> uses(claim, it.profile(), leave.name());
        };
        if (used) {
            return Decision.accept(new UserAnswer.UserNameUsed());
        }
        if (claim.epoch() > leave.epoch()) {
            return Decision.accept(new UserAnswer.UserNameUnused(claim.epoch()));
        }
        long next = leave.epoch() + 1;
        return Decision.accept(
                new UserAnswer.UserNameUnused(next), new UserNameLeft(leave.name(), next, context.now()));
    }

    private static boolean uses(NameClaim claim, Profile profile, String name) {
        return claim.isOwn(profile) && Objects.equals(name, profile.foldedName());
    }

    /** The register is to be asked for what this user waits for. */
    static Decision<UserEvent, UserRefusal, UserAnswer> settle(User user, Profile known, UserContext context) {
        Instant now = context.now();
        if (user.name().due(known).filter(due -> !now.isBefore(due)).isEmpty()) {
            return Decision.accept(new UserAnswer.Done());
        }
        Awaited awaited = user.name().awaited();
        return Decision.accept(
                new UserAnswer.Done(),
                awaited == null
                        ? new UserNameAwaited(known.userPrincipalName(), now, now.plus(FIRST_QUESTION))
                        : awaited(awaited, now));
    }

    private static UserNameAwaited awaited(Awaited awaited, Instant now) {
        return new UserNameAwaited(awaited.name(), awaited.since(), awaited.next(now));
    }
}
