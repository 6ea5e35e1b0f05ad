package dev.foyer.notification.domain;

/** Why a command is refused. */
public sealed interface MailRefusal {

    /** This user has no such mail, or it has been forgotten. */
    record NotificationIsUnknown() implements MailRefusal {}

    /** It is being sent already, and not to where this command would send it. */
    record MailIsOnItsWay(String to) implements MailRefusal {}

    /** Its life is over. */
    record MailIsSettled(Outcome outcome) implements MailRefusal {}

    /** Neither the user nor the command names an address. */
    record AddressIsMissing() implements MailRefusal {}

    /** It would be tried again at the user's address, and there is none. */
    record RetryNeedsAddress() implements MailRefusal {}

    /** Its PIN was revealed before; nobody ever sees it again (A4). */
    record AlreadyRevealed() implements MailRefusal {}

    /** Its PIN was shown to whoever made it; nobody sees it a second time (A4). */
    record PinWasShown() implements MailRefusal {}

    /** The link showed its PIN already. */
    record LinkWasUsed() implements MailRefusal {}

    /** The link shows nothing, or nothing any more. */
    record LinkIsDead() implements MailRefusal {}

    /** Only what has failed is tried again. */
    record MailHasNotFailed() implements MailRefusal {}

    /** There is no PIN in it. */
    record MailHasNoPin() implements MailRefusal {}

    /** It waited longer than a PIN may wait. */
    record HoldTimeIsOver() implements MailRefusal {}
}
