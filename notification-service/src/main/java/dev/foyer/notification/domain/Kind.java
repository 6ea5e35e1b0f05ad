package dev.foyer.notification.domain;

/** Which mail it is. The names are stored and public. */
public enum Kind {
    /** M1: the user was enabled. */
    WELCOME,
    /** M3: an administrator reset the PIN. */
    PIN_RESET
}
