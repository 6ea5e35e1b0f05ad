package dev.foyer.notification.domain;

/** Why a mail that was not sent yet never will be. The names are stored and public. */
public enum SupersedeReason {
    /** A later PIN replaced the one in this mail. */
    NEWER_PIN,
    /** The user lost dial-in conferencing, and with it the PIN. */
    USER_DISABLED,

    /** Later news of the same kind say what holds now. */
    NEWER_INFORMATION,

    /** The user was enabled again after the mail that says otherwise. */
    USER_ENABLED,

    /** The lock that it tells of has ended. */
    PIN_UNLOCKED
}
