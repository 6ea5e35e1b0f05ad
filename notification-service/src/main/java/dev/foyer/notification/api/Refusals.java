package dev.foyer.notification.api;

import dev.foyer.base.Problem;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Outcome;
import dev.foyer.notification.domain.Reasons;

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

    /** 403 for every role but one (A5). */
    static Problem revealNeedsAdministrator() {
        return Problem.of(
                403,
                "reveal-needs-administrator",
                "Only an administrator may reveal a PIN",
                "Send the mail to the user, or ask an administrator.");
    }

    /** 403 for an administrator who would see the own PIN (A3). */
    static Problem ownPin() {
        return Problem.of(
                403,
                "own-pin-reveal",
                "Nobody reveals their own PIN",
                "Another administrator has to do it, or send you the mail.");
    }

    /** @param reason one of {@link Reasons} */
    static Problem pinIsLost(String reason) {
        return Problem.of(409, "pin-is-lost", "The PIN cannot be shown", reason + ": reset the PIN to make a new one.");
    }

    static Problem problem(MailRefusal refusal) {
        return switch (refusal) {
            case MailRefusal.NotificationIsUnknown unknown ->
                Problem.of(
                        404,
                        "notification-unknown",
                        "There is no such notification",
                        "Look for the notifications of this user; old ones are forgotten.");
            case MailRefusal.MailIsOnItsWay(String to) ->
                Problem.of(
                        409,
                        "notification-on-its-way",
                        "The mail is already on its way",
                        to == null
                                ? "A mail server may be taking it at this moment; ask again in some minutes."
                                : "It is being sent to " + to + " and can no longer be changed.");
            case MailRefusal.MailIsSettled(Outcome outcome) -> settled(outcome);
            case MailRefusal.AddressIsMissing missing ->
                Problem.of(
                        409,
                        "address-missing",
                        "There is no address to send to",
                        "The user has no mail address; name one in toAddress.");
            case MailRefusal.RetryNeedsAddress missing ->
                Problem.of(
                        409,
                        "address-missing",
                        "There is no address to send to",
                        "The user has no mail address any more: give the user one and retry, or have a new mail made to the"
                                + " address of your choice, by a reset or a request with sendEmailToAddress.");
            case MailRefusal.HoldTimeIsOver over -> holdTimeOver();
            case MailRefusal.MailHasNotFailed held ->
                Problem.of(
                        409,
                        "notification-not-failed",
                        "The mail has not failed",
                        "It is held: send it, hand it over or discard it.");
            case MailRefusal.MailHasNoPin none ->
                Problem.of(
                        409,
                        "notification-without-pin",
                        "There is no PIN in this mail",
                        "Send it, hand it over or discard it.");
            case MailRefusal.AlreadyRevealed again ->
                Problem.of(
                        410,
                        "already-revealed",
                        "The PIN was revealed already",
                        "A PIN is shown once; reset the PIN if it was not noted down.");
            case MailRefusal.PinWasShown shown ->
                Problem.of(
                        409,
                        "pin-was-shown",
                        "The PIN was shown when it was made",
                        "A PIN is shown once; send the mail, or reset the PIN.");
            case MailRefusal.LinkWasUsed used ->
                Problem.of(410, "link-used", "The link was used already", "It shows the PIN once; ask for a new PIN.");
            case MailRefusal.LinkIsDead dead -> linkIsDead();
        };
    }

    /** The same whether there ever was such a link or not. */
    static Problem linkIsDead() {
        return Problem.of(404, "link-unknown", "The link shows nothing", "Ask for a new PIN.");
    }

    private static Problem holdTimeOver() {
        return Problem.of(
                409,
                "hold-time-over",
                "The mail waited too long",
                "A mail is not sent after its hold time; reset the PIN, or ask for the mail again, to make a new one.");
    }

    private static Problem settled(Outcome outcome) {
        return switch (outcome) {
            case SENT ->
                Problem.of(
                        409,
                        "notification-sent",
                        "The mail was already sent",
                        "If the user did not get it, have another made: reset the PIN, or ask for the conference information.");
            case FAILED ->
                Problem.of(
                        409,
                        "notification-failed",
                        "The mail has failed",
                        "Its reason says why; retry it when that is mended, or reset the PIN to make a new mail.");
            case DISCARDED ->
                Problem.of(
                        409, "notification-discarded", "The mail was discarded", "Reset the PIN to make a new mail.");
            case HANDED_OVER ->
                Problem.of(
                        409,
                        "notification-handed-over",
                        "The mail was handed over",
                        "The user has what it says; reset the PIN if not.");
            case EXPIRED -> holdTimeOver();
            case SUPERSEDED ->
                Problem.of(
                        409,
                        "notification-superseded",
                        "What the mail says no longer holds",
                        "The PIN was reset or unlocked since, the numbers changed, or the user was disabled; look for the"
                                + " user's newest mail.");
        };
    }
}
