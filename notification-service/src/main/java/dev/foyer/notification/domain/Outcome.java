package dev.foyer.notification.domain;

/** How the life of a mail ended. The names are public. */
public enum Outcome {
    /** A mail server took it. */
    SENT,
    /** It cannot be sent, or not in time. */
    FAILED,
    /** An administrator threw it away. */
    DISCARDED,
    /** An administrator gave the user by hand what it says. */
    HANDED_OVER,
    /** Its PIN became stale before it was sent. */
    SUPERSEDED,
    /** It was held until the hold time was over. */
    EXPIRED
}
