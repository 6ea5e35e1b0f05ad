package dev.foyer.pin.domain.user;

import dev.foyer.base.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a user's name stands in the register (rule G5). Immutable.
 *
 * @param epoch rises with each name that this user does not use, or not any more: what was reserved for it in an earlier epoch
 *     it will not begin to use
 * @param held whether the profile's name was reserved; not yet, where it is older than the register
 * @param awaited {@code null}: none
 */
public record NameClaim(long epoch, boolean held, Awaited awaited) {

    public static final NameClaim NONE = new NameClaim(0, false, null);

    private static final NameClaim FIRST = new NameClaim(0, true, null); // most users never have another one

    /** The longest time between two questions whether an awaited name has become free. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /**
     * The name that the user is to have, and that the register is asked for again and again. The profile says the
     * {@code userId} meanwhile, or the name itself where that is older than the register.
     *
     * @param name as it was given
     */
    public record Awaited(String name, Instant since, Instant due) {

        boolean is(String folded) {
            return UserName.folded(name).equals(folded);
        }

        /** Twice as long as it has taken so far. */
        Instant next(Instant now) {
            Duration waited = Duration.between(since, now);
            Duration pause = waited.compareTo(SHORTEST) < 0 ? SHORTEST : waited;
            return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }

    boolean awaits(String folded) {
        return awaited != null && awaited.is(folded);
    }

    /** With the name that the user is to have: who may do what to themselves does not depend on the register. */
    Profile asGiven(Profile profile) {
        return awaited == null ? profile : profile.named(awaited.name());
    }

    /** Whether the profile's name is this user's, in the register or from before it; else the user is only called so. */
    boolean isOwn(Profile profile) {
        return profile.userPrincipalName() != null && (held || awaited == null || awaited.is(profile.foldedName()));
    }

    /** When to ask the register next; at once for a name that it was never asked for. */
    Optional<Instant> due(Profile profile) {
        if (held || profile.userPrincipalName() == null) {
            return Optional.empty();
        }
        return Optional.of(awaited == null ? Instant.EPOCH : awaited.due());
    }

    NameClaim holding() {
        return epoch == 0 ? FIRST : new NameClaim(epoch, true, null);
    }

    /** The profile says another name now, which was not reserved. */
    NameClaim called() {
        return new NameClaim(epoch, false, awaited);
    }

    NameClaim awaiting(Awaited name) {
        return new NameClaim(epoch, held, name);
    }

    /** @param present whether it is the name that the profile says */
    NameClaim left(long next, boolean present) {
        return new NameClaim(Math.max(epoch, next), held && !present, awaited);
    }

    /** What remains of it when the user is gone. */
    NameClaim ofNobody() {
        return epoch == 0 ? NONE : new NameClaim(epoch, false, null);
    }
}
