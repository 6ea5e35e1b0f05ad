package dev.foyer.notification.api;

import dev.foyer.eventsourcing.service.Problem;
import dev.foyer.notification.domain.Outcome;
import dev.foyer.notification.domain.Refusal;

/** The one mapping from refusals to problems. The types are stable; the details say what to do. */
final class Refusals {

    private Refusals() {}

    /** 403 for a role that may send, but only to the user. */
    static Problem addressNeedsAdministrator() {
        return Problem.of(
                403,
                "address-needs-administrator",
                "Only an administrator may choose the address",
                "Leave toAddress out to send to the user's own address, or ask an administrator.");
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotificationIsUnknown unknown ->
                Problem.of(
                        404,
                        "notification-unknown",
                        "There is no such notification",
                        "Look for the notifications of this user; old ones are forgotten.");
            case Refusal.MailIsOnItsWay(String to) ->
                Problem.of(
                        409,
                        "notification-on-its-way",
                        "The mail is already on its way",
                        "It is being sent to " + to + " and can no longer be changed.");
            case Refusal.MailIsSettled(Outcome outcome) -> settled(outcome);
            case Refusal.AddressIsMissing missing ->
                Problem.of(
                        409,
                        "address-missing",
                        "There is no address to send to",
                        "The user has no mail address; name one in toAddress.");
            case Refusal.HoldTimeIsOver over -> holdTimeOver();
        };
    }

    private static Problem holdTimeOver() {
        return Problem.of(
                409,
                "hold-time-over",
                "The mail waited too long",
                "A PIN is not sent after its hold time; reset the PIN to make a new mail.");
    }

    private static Problem settled(Outcome outcome) {
        return switch (outcome) {
            case SENT ->
                Problem.of(
                        409,
                        "notification-sent",
                        "The mail was already sent",
                        "Reset the PIN if the user did not get it.");
            case FAILED ->
                Problem.of(
                        409,
                        "notification-failed",
                        "The mail has failed",
                        "Its reason says why; reset the PIN to make a new mail.");
            case DISCARDED ->
                Problem.of(
                        409, "notification-discarded", "The mail was discarded", "Reset the PIN to make a new mail.");
            case EXPIRED -> holdTimeOver();
            case SUPERSEDED ->
                Problem.of(
                        409,
                        "notification-superseded",
                        "The mail's PIN is no longer valid",
                        "The PIN was reset since, or the user disabled; look for the user's newest mail.");
        };
    }
}
