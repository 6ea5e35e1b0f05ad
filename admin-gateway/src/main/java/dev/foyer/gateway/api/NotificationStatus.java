package dev.foyer.gateway.api;

/** The states of a mail, in the words of notification-service's ledger. */
public enum NotificationStatus {
    QUEUED,
    HELD,
    RELEASED,
    SENT,
    FAILED,
    DISCARDED,
    HANDED_OVER,
    SUPERSEDED,
    EXPIRED
}
