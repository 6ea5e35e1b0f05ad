package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.pin.PinIssuer;
import dev.foyer.pin.domain.pin.PinIssuer.Issued;
import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.tenant.NumberSettings;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two decisions that make a PIN: enabling (C1) and resetting (A3). */
final class PinDecisions {

    private PinDecisions() {}

    static Decision<UserEvent, UserRefusal, UserAnswer> enable(
            Provisioned user, EnableConferencing command, UserContext context) {
        Optional<UserRefusal> objection = objectionToEnabling(user, command.mail(), context);
        if (objection.isPresent()) {
            return Decision.refuse(objection.get());
        }
        NumberSettings numbers = context.settings().numbers();
        String toll = orDefault(command.serviceNumber(), numbers.defaultServiceNumber());
        String tollFree = orDefault(command.tollFreeServiceNumber(), numbers.defaultTollFreeNumber());
        if (isNotOffered(command.serviceNumber(), ServiceNumber.Type.TOLL, context)) {
            return Decision.refuse(new UserRefusal.ServiceNumberNotOffered(toll));
        }
        if (isNotOffered(command.tollFreeServiceNumber(), ServiceNumber.Type.TOLL_FREE, context)) {
            return Decision.refuse(new UserRefusal.ServiceNumberNotOffered(tollFree));
        }
        // Last, because whoever asks without one reserves one only when nothing else speaks against it.
        if (command.conferenceId() == null || !user.ids().isWanted(command.conferenceId())) {
            return Decision.refuse(new UserRefusal.ConferenceIdNotReserved());
        }
        boolean pstnOnly = command.allowPstnOnlyMeetings() == null
                ? context.settings().meetings().allowPstnOnlyMeetingsByDefault()
                : command.allowPstnOnlyMeetings();
        Issued issued = issue(context, user.profile(), command.conferenceId(), Optional.empty());
        return Decision.accept(
                answer(
                        command.conferenceId(),
                        command.reveal(),
                        mailOf(user.name().asGiven(user.profile()), command.mail(), context),
                        context.settings().mails().sendsWelcome(),
                        user.profile(),
                        issued,
                        context),
                new UserEnabled(
                        command.conferenceId(),
                        toll,
                        tollFree,
                        pstnOnly,
                        issued.verifier(),
                        issued.pin().length(),
                        context.now(),
                        context.actor().name(),
                        context.newId().toString(),
                        context.actorIs(user.name().asGiven(user.profile())) ? true : null));
    }

    static Decision<UserEvent, UserRefusal, UserAnswer> reset(Enabled user, ResetPin command, UserContext context) {
        Optional<UserRefusal> objection = objectionToReset(user, command.mail(), context);
        if (objection.isPresent()) {
            return Decision.refuse(objection.get());
        }
        String conferenceId = user.conferencing().conferenceId();
        Issued issued = issue(
                context,
                user.profile(),
                conferenceId,
                Optional.of(user.conferencing().verifier()));
        List<UserEvent> events = new ArrayList<>();
        if (user.lockout().lock() != null) {
            events.add(new PinUnlocked(UnlockReason.RESET, context.now()));
        }
        events.add(new PinReset(
                conferenceId,
                issued.verifier(),
                issued.pin().length(),
                context.now(),
                context.actor().name(),
                context.newId().toString(),
                context.actorIs(user.name().asGiven(user.profile()))));
        boolean automatic = context.settings().mails().sendsPinReset();
        return Decision.accept(
                answer(
                        conferenceId,
                        command.reveal(),
                        mailOf(user.name().asGiven(user.profile()), command.mail(), context),
                        automatic,
                        user.profile(),
                        issued,
                        context),
                events);
    }

    /** What speaks against enabling, as far as it is known before numbers and a conference ID are chosen. */
    static Optional<UserRefusal> objectionToEnabling(Provisioned user, MailOptions mail, UserContext context) {
        if (user.profile().isInactive()) {
            return Optional.of(new UserRefusal.UserInactive());
        }
        Instant until = user.resets().enablingRefusedUntil(context.resetsPerHour(), context.now());
        return objection(user.name().asGiven(user.profile()), mail, context)
                // A directory is believed: what it says is true in the end.
                .or(() -> until != null && context.actorMayResetPins()
                        ? Optional.of(new UserRefusal.ResetLimitReached(until))
                        : Optional.empty());
    }

    /** What speaks against a reset; found before a PIN is made: the one that holds goes on holding. */
    static Optional<UserRefusal> objectionToReset(Enabled user, MailOptions mail, UserContext context) {
        if (!context.actorMayResetPins()) {
            return Optional.of(new UserRefusal.ResetNeedsAdministrator());
        }
        Instant until = user.resets().refusedUntil(context.resetsPerHour(), context.now());
        return objection(user.name().asGiven(user.profile()), mail, context)
                // Last, so that the reason is the true one.
                .or(() -> until == null ? Optional.empty() : Optional.of(new UserRefusal.ResetLimitReached(until)));
    }

    /** What speaks against making a PIN, whether at enabling or at a reset. */
    private static Optional<UserRefusal> objection(Profile user, MailOptions mail, UserContext context) {
        if (!context.actorMayMakeThisPinOf(user)) {
            return Optional.of(new UserRefusal.OwnPinReset());
        }
        if (mail.hasAddressWithoutSend()) {
            return Optional.of(new UserRefusal.AddressWithoutSendEmail());
        }
        if (mail.toAddress() != null && !context.actorIsAdministrator()) {
            return Optional.of(new UserRefusal.AddressNeedsAdministrator());
        }
        return context.vault().canSeal() ? Optional.empty() : Optional.of(new UserRefusal.NoDeliveryKey());
    }

    /** Whoever makes the own PIN is mailed about it, whatever was asked for (rule A3). */
    static MailOptions mailOf(Profile user, MailOptions asked, UserContext context) {
        return context.actorIs(user) ? new MailOptions(true, null) : asked;
    }

    private static Issued issue(
            UserContext context, Profile profile, String conferenceId, Optional<PinVerifier> replaced) {
        List<String> personal = new ArrayList<>(profile.phoneNumbers());
        personal.add(conferenceId);
        return PinIssuer.issue(
                context.vault(), context.settings().pins().policy(), personal, replaced, context.newId());
    }

    private static UserAnswer answer(
            String conferenceId,
            boolean reveal,
            MailOptions mail,
            boolean automatic,
            Profile profile,
            Issued issued,
            UserContext context) {
        boolean shown = reveal && context.actorMaySeePins();
        return new UserAnswer.PinIssued(
                conferenceId,
                context.newId().toString(),
                shown ? Optional.of(issued.pin()) : Optional.empty(),
                Optional.of(new Delivery(issued.sealed(), mail, automatic, shown)),
                MailPlan.of(mail, automatic, profile.primarySmtpAddress()));
    }

    /** Rule C4: a user has the tenant's numbers only, each of its own type. */
    static boolean isNotOffered(String number, ServiceNumber.Type type, UserContext context) {
        return number != null && !context.settings().numbers().offers(number, type);
    }

    private static String orDefault(String asked, String otherwise) {
        return asked == null ? otherwise : asked;
    }
}
