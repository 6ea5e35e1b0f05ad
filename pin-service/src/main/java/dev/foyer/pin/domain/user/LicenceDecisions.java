package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.user.AwaitedLicence.GivenUp;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserCommand.AwaitLicence;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.FollowLicence;
import dev.foyer.pin.domain.user.UserCommand.GiveUpLicence;
import dev.foyer.pin.domain.user.UserCommand.NoteLicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent.DeliveryKeyAwaited;
import dev.foyer.pin.domain.user.UserEvent.LicenceAwaitsUser;
import dev.foyer.pin.domain.user.UserEvent.LicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent.LicenceTriedAgain;
import dev.foyer.pin.domain.user.UserEvent.LicenceWaitEnded;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a licence that came too early (rule G6). */
final class LicenceDecisions {

    private LicenceDecisions() {}

    /** One licence is as good as two: the later one takes the place of the one that waits. */
    static Decision<UserEvent, UserRefusal, UserAnswer> await(User user, AwaitLicence command, UserContext context) {
        Instant now = context.now();
        Instant until = now.plus(AwaitedLicence.PATIENCE);
        if (user.licence().filter(awaited -> !awaited.waits()).isPresent()) {
            return Decision.refuse(new UserRefusal.LicenceCannotWait()); // the dead letters have it in a moment
        }
        return switch (user) {
            case Unknown _
            when !context.room().forUsers().getAsBoolean() -> Decision.refuse(new UserRefusal.UserLimitReached());
            case Unknown _ -> done(new LicenceAwaitsUser(command.licence(), now, until));
            case Provisioned _ when context.vault().canSeal() -> Decision.refuse(new UserRefusal.LicenceCannotWait());
            case Provisioned _ -> done(new DeliveryKeyAwaited(command.licence(), now, until));
            case Enabled _ -> done();
        };
    }

    /** Its time is over, or it is time to try again; what the timer asks. */
    static Decision<UserEvent, UserRefusal, UserAnswer> settle(User user, UserContext context) {
        Instant now = context.now();
        Optional<AwaitedLicence> due =
                user.licence().filter(awaited -> !awaited.nextDue(user).isAfter(now));
        if (due.isEmpty()) {
            return done();
        }
        AwaitedLicence awaited = due.get();
        if (!awaited.waits()) {
            return done(givenUp(awaited.givenUp(), context));
        }
        if (!awaited.until().isAfter(now)) {
            return done(
                    givenUp(user instanceof Unknown ? GivenUp.USER_DID_NOT_COME : GivenUp.NO_DELIVERY_KEY, context));
        }
        return done(new LicenceTriedAgain(now, awaited.nextTry(now)));
    }

    /** Decided where it waits, so that what was taken away meanwhile is not given. */
    static Decision<UserEvent, UserRefusal, UserAnswer> follow(
            Provisioned user, FollowLicence command, UserContext context) {
        return waitsSince(user, command.since())
                ? PinDecisions.enable(user, EnableConferencing.BY_LICENCE.with(command.conferenceId()), context)
                : Decision.refuse(new UserRefusal.LicenceNotAwaited());
    }

    /** Whoever tried to follow it was refused, and would be each time. */
    static Decision<UserEvent, UserRefusal, UserAnswer> giveUp(User user, GiveUpLicence command, UserContext context) {
        return waitsSince(user, command.since()) ? done(givenUp(command.why(), context)) : done();
    }

    /** The dead letters have it. */
    static Decision<UserEvent, UserRefusal, UserAnswer> noteGivenUp(
            User user, NoteLicenceGivenUp note, UserContext context) {
        return user.licence()
                        .filter(awaited -> !awaited.waits() && awaited.since().equals(note.since()))
                        .isPresent()
                ? done(new LicenceWaitEnded(context.now()))
                : done();
    }

    /** The licence is taken away again before it could be followed, alone or with the user. */
    static Decision<UserEvent, UserRefusal, UserAnswer> withdraw(Unknown user, UserContext context) {
        return user.licence().isPresent() ? withdrawn(context) : Decision.refuse(new UserRefusal.UserUnknown());
    }

    /** The same of a user who is there. */
    static Decision<UserEvent, UserRefusal, UserAnswer> withdraw(Provisioned user, UserContext context) {
        return user.licence().isPresent()
                ? withdrawn(context)
                : Decision.accept(new UserAnswer.Disabled(Optional.empty()));
    }

    private static boolean waitsSince(User user, Instant since) {
        return user.licence()
                .filter(awaited -> awaited.waits() && awaited.since().equals(since))
                .isPresent();
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> withdrawn(UserContext context) {
        return Decision.accept(new UserAnswer.Disabled(Optional.empty()), new LicenceWaitEnded(context.now()));
    }

    private static LicenceGivenUp givenUp(GivenUp why, UserContext context) {
        return new LicenceGivenUp(why, context.now(), context.now().plus(context.conferenceIdPatience()));
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> done(UserEvent... events) {
        return Decision.accept(new UserAnswer.Done(), events);
    }
}
