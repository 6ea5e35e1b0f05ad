package dev.foyer.gateway.api;

/** The kinds of mails, in the words of notification-service's ledger. */
public enum NotificationKind {
    WELCOME,
    PIN_RESET,
    INFORMATION_CHANGED,
    TURNED_OFF,
    PIN_LOCKED,
    CONFERENCE_INFORMATION,
    SOMEBODY_WAITS
}
