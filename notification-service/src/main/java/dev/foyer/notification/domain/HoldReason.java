package dev.foyer.notification.domain;

/** Why a mail waits for an administrator. The names are stored and public. */
public enum HoldReason {
    /** The tenant hands PINs over by itself. */
    AUTOMATIC_MAIL_OFF,
    /** The request that made the PIN had {@code sendEmail: false}. */
    NOT_REQUESTED,
    /** There is nowhere to send it to. */
    NO_ADDRESS,
    /** Before format 4: the tenant wanted links instead of PINs in mails ({@code pinMail}), and there were none yet. */
    VIEW_ONCE_LINK_NOT_AVAILABLE,
    /** It was on its way when a backup was taken that this Foyer was restored from: it may have left since, and its PIN be another. */
    RESTORED
}
