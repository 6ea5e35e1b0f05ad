package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.pin.OpenedPin;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinRekeyed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Is the caller the organizer? Rules B1, B2, B3, B4. Every path compares exactly once and answers in the same words, so that
 * wrong, locked, not enabled and refused because of where the call comes from cannot be told apart from outside.
 */
final class PinVerification {

    private PinVerification() {}

    /** @param user whose lock, if there is one, holds: an expired one has been noted before */
    static Decision<UserEvent, UserRefusal, UserAnswer> ofEnabled(
            Enabled user, VerifyPin command, UserContext context) {
        return opened(command, context, pin -> ofEnabled(user, command, pin, context));
    }

    /** Removed, never heard of or not enabled: nobody who could be verified, at the same price as a wrong PIN. */
    static Decision<UserEvent, UserRefusal, UserAnswer> ofNobody(User user, VerifyPin command, UserContext context) {
        return opened(command, context, pin -> {
            context.vault().pretendToMatch(pin);
            int left = user.tries().left(command.callId());
            return left == 0 ? rejected(0) : rejected(left - 1, List.of(uncounted(command, 0, context.now())));
        });
    }

    /** The seal is opened before anybody looks at the user: it takes its time alike for all, and so does its refusal. */
    private static Decision<UserEvent, UserRefusal, UserAnswer> opened(
            VerifyPin command,
            UserContext context,
            Function<Pin, Decision<UserEvent, UserRefusal, UserAnswer>> decision) {
        return switch (context.vault().open(command.spoken(), command.conferenceId(), command.callId())) {
            case OpenedPin.Clear(Pin pin) -> decision.apply(pin);
            case OpenedPin.KeyIsMissing() -> Decision.refuse(new UserRefusal.VerificationKeyIsMissing());
            case OpenedPin.NotForThis() -> Decision.refuse(new UserRefusal.PinNotSealedForThis());
        };
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> ofEnabled(
            Enabled user, VerifyPin command, Pin pin, UserContext context) {
        boolean right = context.vault().matches(pin, user.conferencing().verifier());
        int left = user.tries().left(command.callId());
        if (left == 0) {
            return rejected(0);
        }
        Lockout lockout = user.lockout();
        if (lockout.lock() != null || command.sourceRefused()) {
            return rejected(left - 1, List.of(uncounted(command, lockout.consecutive(), context.now())));
        }
        if (right) {
            return Decision.accept(new UserAnswer.Verified(true, left), verified(user, command, pin, context));
        }
        List<UserEvent> events = new ArrayList<>();
        Lockout after = lockout.plusFailure(context.now());
        events.add(new PinRejected(command.conferenceId(), command.callId(), context.now(), true, after.consecutive()));
        addLockIfDue(events, after, user, context);
        return rejected(left - 1, events);
    }

    /** Only now is the PIN there in clear, so only now can its verifier follow pepper and form (rule A6). */
    private static List<UserEvent> verified(Enabled user, VerifyPin command, Pin pin, UserContext context) {
        var verified = new OrganizerVerified(command.conferenceId(), command.callId(), context.now());
        return context.vault().isCurrent(user.conferencing().verifier())
                ? List.of(verified)
                : List.of(verified, new PinRekeyed(context.vault().verifier(pin)));
    }

    private static void addLockIfDue(List<UserEvent> events, Lockout after, Enabled user, UserContext context) {
        Integer tenantLimit = context.settings().pins().maximumLogonAttempts();
        int limit = tenantLimit == null ? Lockout.limitFor(user.pinLength()) : tenantLimit;
        if (after.consecutive() >= Lockout.CONSECUTIVE_LIMIT) {
            events.add(new PinLocked(context.now(), null));
        } else if (after.inWindow() >= limit) {
            events.add(new PinLocked(context.now(), context.now().plus(Lockout.TEMPORARY)));
        }
    }

    private static PinRejected uncounted(VerifyPin command, int consecutive, Instant now) {
        return new PinRejected(command.conferenceId(), command.callId(), now, false, consecutive);
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> rejected(int triesLeft) {
        return rejected(triesLeft, List.of());
    }

    private static Decision<UserEvent, UserRefusal, UserAnswer> rejected(int triesLeft, List<UserEvent> events) {
        return Decision.accept(new UserAnswer.Verified(false, triesLeft), events);
    }
}
