package dev.foyer.notification.domain;

/** Why a mail that was not sent yet never will be. The names are stored and public. */
public enum SupersedeReason {
    /** A later PIN replaced the one in this mail. */
    NEWER_PIN,
    /** The user lost dial-in conferencing, and with it the PIN. */
    USER_DISABLED
}
