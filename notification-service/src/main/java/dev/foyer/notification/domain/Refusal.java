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

    /** Its PIN was revealed before; nobody ever sees it again (A4). */
    record AlreadyRevealed() implements Refusal {}

    /** Its PIN was shown to whoever made it; nobody sees it a second time (A4). */
    record PinWasShown() implements Refusal {}

    /** The tenant wants no PIN in a mail, and there are no links yet. */
    record PinGoesByLinkOnly() implements Refusal {}

    /** It waited longer than a PIN may wait. */
    record HoldTimeIsOver() implements Refusal {}
}
