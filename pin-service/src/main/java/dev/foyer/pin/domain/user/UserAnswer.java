package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.Pin;
import java.time.Instant;
import java.util.Optional;

/** What the caller of an accepted command is told. */
public sealed interface UserAnswer {

    /** Nothing to add. */
    record Done() implements UserAnswer {}

    /** @param created nobody had heard of the user before */
    record Provisioned(boolean created) implements UserAnswer {}

    /** The user was enabled already; nothing changed. */
    record AlreadyEnabled(String conferenceId) implements UserAnswer {}

    /**
     * It is noted for whoever asked, and for nobody else.
     *
     * @param reserveBefore later the register must not reserve it any more, because the user is about to give it up
     * @param until names this one time of wanting it
     */
    record Wanted(String conferenceId, Instant reserveBefore, Instant until) implements UserAnswer {}

    /** The name is this user's. */
    record UserNameUsed() implements UserAnswer {}

    /** The name is not this user's, and what was reserved before this epoch may go to others. */
    record UserNameUnused(long before) implements UserAnswer {}

    /** The personal conference ID that holds now. */
    record ConferenceIdIs(String conferenceId) implements UserAnswer {}

    /** The conference ID that is given back now, or nothing when the user was not enabled. */
    record Disabled(Optional<String> conferenceId) implements UserAnswer {}

    /**
     * A PIN was made. The journal keeps conference ID, notification and plan only: a repetition does not show the PIN, and
     * is the same in all else.
     *
     * @param revealed the PIN, for those who may see it (rules A4, A5)
     * @param delivery what goes to notification-service, sealed
     * @param mail {@code null} in journals before 0.3
     */
    record PinIssued(
            String conferenceId,
            String notificationId,
            Optional<Pin> revealed,
            Optional<Delivery> delivery,
            MailPlan mail)
            implements UserAnswer {}

    /** A campaign would make a PIN for this user; nothing has changed. @param mail what would become of the mail with it */
    record WouldIssuePin(MailPlan.Status mail) implements UserAnswer {}

    /** A mail without a PIN was asked for. */
    record MailAsked(String notificationId, MailPlan mail) implements UserAnswer {}

    /** The outcome of a verification: {@code triesLeft} is for this call. */
    record Verified(boolean organizer, int triesLeft) implements UserAnswer {}
}
