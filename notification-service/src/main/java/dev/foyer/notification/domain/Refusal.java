package dev.foyer.notification.domain;

/** Why a wish is not granted. */
public sealed interface Refusal {

    /** This user has no such mail, or it has been forgotten. */
    record NotificationIsUnknown() implements Refusal {}

    /** It is being sent already, and not to where this wish would send it. */
    record MailIsOnItsWay(String to) implements Refusal {}

    /** Its life is over. */
    record MailIsSettled(Outcome outcome) implements Refusal {}

    /** Neither the user nor the wish names an address. */
    record AddressIsMissing() implements Refusal {}

    /** It waited longer than a PIN may wait. */
    record HoldTimeIsOver() implements Refusal {}
}
