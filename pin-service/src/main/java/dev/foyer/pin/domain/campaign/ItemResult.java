package dev.foyer.pin.domain.campaign;

/**
 * What became of one user in a campaign. Never a PIN.
 *
 * @param user as the campaign has it: a user id, or what nobody is called
 * @param reason why it was not done, or need not be; {@code null}: it was done
 * @param mail what becomes of the mail with the PIN, {@code QUEUED} or {@code HELD}; {@code null}: there is none
 */
public record ItemResult(String user, Outcome outcome, Reason reason, String mail) {

    /** Whether it was refused by somebody, and so is known not to be done. */
    boolean isKnown() {
        return reason != Reason.NO_ANSWER;
    }

    /** Whether it is all users that wait for the same, so that no one of them is to blame. */
    boolean isEverybodys() {
        return reason == Reason.NO_DELIVERY_KEY;
    }

    /** The names are stored and public. */
    public enum Outcome {
        DONE,
        /** There was nothing to do. */
        UNCHANGED,
        /** It was refused. */
        FAILED
    }

    /** The names are stored and public. */
    public enum Reason {
        ALREADY_ENABLED,
        PIN_LONG_ENOUGH,
        USER_NOT_FOUND,
        USER_NOT_ENABLED,
        /** Rule A3. */
        OWN_PIN,
        /** The PIN of this user changed too often within an hour. */
        RESET_LIMIT_REACHED,
        /** pin-service has no memory for more. */
        USER_LIMIT_REACHED,
        /** Whatever else pin-service refuses. */
        NOT_ALLOWED,
        /** There is no key to seal a PIN with: notification-service was never there. It comes, and is waited for. */
        NO_DELIVERY_KEY,
        /** No conference ID could be settled for this user. */
        CONFERENCE_ID_UNSETTLED,
        /** Nobody answered for this user; whether it was done is in the user's history. */
        NO_ANSWER
    }
}
