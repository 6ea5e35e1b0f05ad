package dev.foyer.pin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.contract.PinEventsV1.LockNotice;
import dev.foyer.pin.contract.PinEventsV1.MailNotice;
import dev.foyer.pin.contract.PinEventsV1.PinDelivery;
import dev.foyer.pin.contract.PinEventsV1.WaitingNotice;
import dev.foyer.pin.domain.user.Conferencing;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.User;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceInformationAsked;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.WaitingTold;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which events of a user make a mail without a PIN (D: M2, M4, M5, L1, A1), and what it is to say. */
final class MailNotices {

    private MailNotices() {}

    static Optional<PinEventsV1> of(UserKey user, Fact<User, UserEvent, UserAnswer> fact) {
        return switch (fact.event()) {
            case ConferenceIdChanged(var _, var _, Instant at) ->
                Optional.of(notice(user, fact, "INFORMATION_CHANGED", null, at));
            // Both numbers at once are one mail, which says what holds in the end.
            case DefaultNumberChanged changed
            when fact.later().stream().noneMatch(DefaultNumberChanged.class::isInstance) ->
                Optional.of(notice(user, fact, "INFORMATION_CHANGED", null, changed.at()));
            case UserDisabled(var _, Instant at) -> Optional.of(notice(user, fact, "TURNED_OFF", null, at));
            case ConferenceInformationAsked asked ->
                Optional.of(notice(user, fact, "CONFERENCE_INFORMATION", asked.toAddress(), asked.at()));
            case PinLocked(Instant since, Instant until) ->
                Optional.of(new LockNotice(
                        id(user, fact, "PIN_LOCKED"),
                        "PIN_LOCKED",
                        addressee(user, fact),
                        dialIn(fact),
                        since,
                        until,
                        since,
                        fact.sequence()));
            case WaitingTold told -> {
                PinDelivery.DialIn own = dialIn(fact);
                yield Optional.of(new WaitingNotice(
                        told.notificationId(),
                        "SOMEBODY_WAITS",
                        addressee(user, fact),
                        new PinDelivery.DialIn(told.conferenceId(), own.serviceNumber(), own.tollFreeServiceNumber()),
                        told.waitingSince(),
                        told.waiting(),
                        told.at(),
                        fact.sequence()));
            }
            default -> Optional.empty();
        };
    }

    private static MailNotice notice(
            UserKey user, Fact<User, UserEvent, UserAnswer> fact, String kind, String toAddress, Instant at) {
        return new MailNotice(
                id(user, fact, kind), kind, addressee(user, fact), dialIn(fact), toAddress, at, fact.sequence());
    }

    /** What was turned off had numbers before that only. */
    private static Enabled told(Fact<User, UserEvent, UserAnswer> fact) {
        return (Enabled) (fact.after() instanceof Enabled after ? after : fact.before());
    }

    private static PinDelivery.Addressee addressee(UserKey user, Fact<User, UserEvent, UserAnswer> fact) {
        Profile profile = told(fact).profile();
        return new PinDelivery.Addressee(
                user.tenant(),
                user.userId(),
                profile.displayName(),
                profile.primarySmtpAddress(),
                profile.preferredLanguage());
    }

    private static PinDelivery.DialIn dialIn(Fact<User, UserEvent, UserAnswer> fact) {
        Conferencing conferencing = told(fact).conferencing();
        return new PinDelivery.DialIn(
                conferencing.conferenceId(), conferencing.serviceNumber(), conferencing.tollFreeServiceNumber());
    }

    /** No two events of a user have the same number, not even in two lives of the user. */
    private static String id(UserKey user, Fact<User, UserEvent, UserAnswer> fact, String kind) {
        return fact.event() instanceof ConferenceInformationAsked asked
                ? asked.notificationId()
                : UUID.nameUUIDFromBytes((user + "|" + fact.sequence() + "|" + kind).getBytes(UTF_8))
                        .toString();
    }
}
