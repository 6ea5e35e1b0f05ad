package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import java.time.Duration;
import java.time.Instant;

/**
 * A licence that cannot be followed yet (rule G6), because its user is not there, or because no PIN can be sealed. It lies in the user's own
 * aggregate: what is said of the user later is decided with it in mind, and nobody else's news waits for it. Immutable.
 *
 * @param since when it came; it names the one that is meant
 * @param until when it is given up
 * @param due when to try again to follow it, if the user is there; once it is given up, when to say so again
 * @param givenUp why it goes to the dead letters; {@code null} while it waits
 */
public record AwaitedLicence(Licence licence, Instant since, Instant until, Instant due, GivenUp givenUp) {

    /** Rule G6. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private static final Duration AT_FIRST = Duration.ofMinutes(1);
    private static final Duration AT_MOST = Duration.ofMinutes(15);

    /** Why nothing comes of a licence that has waited. */
    public enum GivenUp {
        USER_DID_NOT_COME,
        NO_DELIVERY_KEY,
        OWN_PIN,
        USER_LIMIT_REACHED,
        USER_INACTIVE
    }

    /** Whether it may still be followed. */
    boolean waits() {
        return givenUp == null;
    }

    AwaitedLicence dueAt(Instant next) {
        return new AwaitedLicence(licence, since, until, next, givenUp);
    }

    AwaitedLicence givenUp(GivenUp why, Instant next) {
        return new AwaitedLicence(licence, since, until, next, why);
    }

    /** The longer it has waited the more seldom: whoever brings what it waits for follows it at once. */
    Instant nextTry(Instant now) {
        Duration waited = Duration.between(since, now);
        Duration wait = waited.compareTo(AT_FIRST) < 0 ? AT_FIRST : waited.compareTo(AT_MOST) > 0 ? AT_MOST : waited;
        return now.plus(wait);
    }

    /** When something is to be done about it. Until its user is there, nothing can be tried. */
    Instant nextDue(User user) {
        return switch (user) {
            case Unknown _ -> waits() ? until : due;
            case Provisioned _, Enabled _ -> waits() && due.isAfter(until) ? until : due;
        };
    }
}
