package dev.foyer.gateway.api;

import dev.foyer.base.Problem;
import java.util.Map;

/** The gateway's own problems; the services have theirs, which are passed through. */
public final class Problems {

    private Problems() {}

    /** Another tenant's user is as unknown as one who never was. */
    public static Problem userNotFound() {
        return Problem.of(404, "user-not-found", "User not found", "There is no such user in your tenant.");
    }

    static Problem nameIsAmbiguous() {
        return Problem.of(
                409,
                "user-name-ambiguous",
                "This may be more than one user",
                "It is the userPrincipalName of one user and of another the userPrincipalName or the userId, letter case"
                        + " apart. Use what is one's only, and have one of them called otherwise.");
    }

    /** @param number of the entry in a list */
    static Problem nameIsAmbiguous(int number) {
        Problem one = nameIsAmbiguous();
        return Problem.of(
                409, "user-name-ambiguous", one.title(), "Number " + number + " of the list. " + one.detail());
    }

    static Problem nameOrIdOfAnother() {
        return Problem.of(
                409,
                "user-name-ambiguous",
                "This would be two users",
                "Another user of your tenant has this userId as userPrincipalName, or this userPrincipalName as userId;"
                        + " letter case does not matter. Choose another one, or change that user first.");
    }

    static Problem userPrincipalNameTaken() {
        return Problem.of(
                409,
                "user-principal-name-taken",
                "The userPrincipalName is taken",
                "Another user of your tenant has this name; choose another one, or change that user first.");
    }

    static Problem notificationNotFound() {
        return Problem.of(
                404,
                "notification-unknown",
                "There is no such notification",
                "Look for it in the list of notifications.");
    }

    /** As notification-service says it. */
    static Problem alreadyRevealed() {
        return Problem.of(
                410,
                "already-revealed",
                "The PIN was revealed already",
                "A PIN is shown once; reset the PIN if it was not noted down.");
    }

    static Problem meetingNotFound() {
        return Problem.of(404, "meeting-not-found", "No such meeting", "Check the conference ID.");
    }

    /** As pin-service says it. */
    static Problem userNotEnabled() {
        return Problem.of(
                409,
                "user-not-enabled",
                "User is not enabled",
                "The user is not enabled for dial-in conferencing; enable the user first.");
    }

    static Problem eventNotFound() {
        return Problem.of(
                404,
                "event-not-found",
                "No such event of this user",
                "asOf is a time such as 2026-11-27T08:30:00Z, or the id of an event of the user's history.");
    }

    /** As pin-service says it. */
    static Problem scanNotFound() {
        return Problem.of(
                404,
                "scan-not-found",
                "No such suspected scan",
                "Nothing is counted against this source; see the list of scans.");
    }

    static Problem callNotFound() {
        return Problem.of(404, "call-not-found", "No such call", "Announce the call with POST /bridge/calls first.");
    }

    /** Rule E5, and what {@code maskCallerNumbers} hides would stand beside it. */
    static Problem callIdHasNumber() {
        return Problem.of(
                400,
                "call-id-has-number",
                "The callId is made of the caller's number",
                "Give each call an id of its own that says nothing of who calls, such as a random UUID.");
    }

    static Problem ownPin() {
        return Problem.of(
                403,
                "own-pin-reveal",
                "Nobody reveals their own PIN",
                "Another administrator has to do it, or send you the mail.");
    }

    static Problem organizerUnknown() {
        return Problem.of(
                400, "organizer-unknown", "The organizer is unknown", "Name a user of your tenant as the organizer.");
    }

    static Problem addressWithoutSendEmail() {
        return Problem.of(
                400,
                "address-without-send-email",
                "sendEmailToAddress needs sendEmail",
                "Set sendEmail to true, or leave sendEmailToAddress out.");
    }

    static Problem badParameter(String name, String what) {
        return Problem.of(400, "parameter-invalid", "A parameter is not valid", name + " " + what);
    }

    static Problem missing(String field) {
        return Problem.of(400, "field-missing", "A field is missing", "Send the field " + field + ".");
    }

    static Problem bodyMissing() {
        return Problem.of(400, "body-missing", "The body is missing", "Send a JSON object.");
    }

    static Problem webhookNotFound() {
        return Problem.of(404, "webhook-not-found", "No such webhook", "Your tenant has no webhook of this id.");
    }

    static Problem deliveryNotFound() {
        return Problem.of(
                404,
                "delivery-not-found",
                "No such delivery",
                "This webhook has no delivery of this id, or not any more.");
    }

    static Problem foreignCursor() {
        return Problem.of(
                400,
                "cursor-invalid",
                "The cursor is not of this list",
                "Use next of the last answer, with the same search, filters and order.");
    }

    /** Of who comes from another gateway, and asks for no less than that had. */
    static Problem viewBehind(int retrySeconds) {
        return Problem.unavailable(
                "view-behind",
                "This gateway does not show yet what Foyer-Position stands for. Try again in a moment.",
                retrySeconds);
    }

    static Problem notAPin() {
        return Problem.of(400, "not-a-pin", "Not a PIN", "A PIN is 4 to 12 digits.");
    }

    static Problem startNotShownYet() {
        return Problem.unavailable(
                "start-not-shown-yet",
                "The PIN is right, but the meeting does not show it yet. Ask for the call in a moment.",
                1);
    }

    static Problem mailNotTakenYet() {
        return Problem.unavailable(
                "mail-not-taken-yet",
                "The PIN is made, but notification-service has not taken its mail yet. Try again in a moment.",
                1);
    }

    static Problem idempotencyKeyReused() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request",
                "Use a new key for each request; only a repetition of the same request has the same key.");
    }

    static Problem notSignedIn() {
        return new Problem(
                401,
                "/problems/not-signed-in",
                "Name and password are missing or wrong",
                "Send the name and the password of an account by HTTP Basic.",
                Map.of("WWW-Authenticate", "Basic realm=\"Foyer\", charset=\"UTF-8\""));
    }

    /** Where people sign in with their company. */
    static Problem tokenMissing() {
        return new Problem(
                401,
                "/problems/not-signed-in",
                "The token is missing or not valid",
                "Send an access token of your organization for Foyer as a bearer token.",
                Map.of("WWW-Authenticate", "Bearer realm=\"Foyer\""));
    }

    static Problem roleMissing() {
        return Problem.of(
                403,
                "role-missing",
                "Your account may not do this",
                "Ask for an account with the role that this needs.");
    }

    static Problem deadLetterNotFound() {
        return Problem.of(
                404,
                "dead-letter-not-found",
                "Dead letter not found",
                "There is no such dead letter in your tenant, or none any more: they are kept for 30 days.");
    }
}
