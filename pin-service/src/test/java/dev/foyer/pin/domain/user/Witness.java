package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdWanted;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinRekeyed;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserForgotten;
import dev.foyer.pin.domain.user.UserEvent.UserNameAwaited;
import dev.foyer.pin.domain.user.UserEvent.UserNameHeld;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows from the events alone what an outsider may expect: the PIN, the lock, the tries of each call. */
final class Witness {

    private final List<String> allPins = new ArrayList<>();
    private final Map<String, Integer> wrongByCall = new HashMap<>();
    private boolean enabled;
    private Instant lockedUntil = Instant.MIN;
    private int consecutive;

    /** The one that is right now, or {@code null}. */
    String pin() {
        return enabled ? allPins.getLast() : null;
    }

    List<String> allPins() {
        return allPins;
    }

    int consecutiveFailures() {
        return consecutive;
    }

    boolean mustLetIn(VerifyPin command, Instant now) {
        return enabled
                && command.spoken().jwe().equals(pin())
                && !now.isBefore(lockedUntil)
                && wrongByCall.getOrDefault(command.callId(), 0) < CallTries.LIMIT;
    }

    void newPin(String digits) {
        allPins.add(digits);
    }

    void saw(UserEvent event) {
        switch (event) {
            case UserEnabled e -> {
                enabled = true;
                forgetGuesses();
            }
            case UserDisabled e -> enabled = false;
            case UserRemoved e -> {}
            case UserForgotten e -> wrongByCall.clear();
            case PinReset e -> {
                forgetGuesses();
                wrongByCall.clear();
            }
            case PinRejected e -> {
                wrongByCall.merge(e.callId(), 1, Integer::sum);
                consecutive += e.counted() ? 1 : 0;
            }
            case PinLocked e -> lockedUntil = e.until() == null ? Instant.MAX : e.until();
            case PinUnlocked e -> {
                if (lockedUntil.equals(Instant.MIN)
                        || e.reason() == UnlockReason.EXPIRED && !e.at().equals(lockedUntil)) {
                    throw new AssertionError("Not the end of a lock: " + e);
                }
                lockedUntil = Instant.MIN;
                consecutive = e.reason() == UnlockReason.EXPIRED ? consecutive : 0;
            }
            case OrganizerVerified e -> consecutive = 0;
            case UserProvisioned _,
                    UserNameAwaited _,
                    UserNameHeld _,
                    UserNameLeft _,
                    UserEvent.LicenceAwaitsUser _,
                    UserEvent.DeliveryKeyAwaited _,
                    UserEvent.LicenceTriedAgain _,
                    UserEvent.LicenceGivenUp _,
                    UserEvent.LicenceWaitEnded _,
                    ConferenceIdWanted _,
                    ConferenceIdGivenUp _,
                    ConferenceIdReturned _,
                    ConferenceIdChanged _,
                    DefaultNumberChanged _,
                    PstnOnlyMeetingsChanged _,
                    UserEvent.ConferenceInformationAsked _,
                    UserEvent.WaitingTold _,
                    PinRekeyed _ -> {}
        }
    }

    private void forgetGuesses() {
        lockedUntil = Instant.MIN;
        consecutive = 0;
    }
}
