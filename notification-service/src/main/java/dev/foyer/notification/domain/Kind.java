package dev.foyer.notification.domain;

import java.time.Duration;

/** Which mail it is. The names are stored and public. */
public enum Kind {
    /** M1: the user was enabled. */
    WELCOME,

    /** M3: an administrator reset the PIN. */
    PIN_RESET,

    /** M2: conference ID or a default number changed. */
    INFORMATION_CHANGED,

    /** M4: the user was disabled. */
    TURNED_OFF,

    /** L1: the PIN was locked. */
    PIN_LOCKED,

    /** M5: an administrator asked for it. */
    CONFERENCE_INFORMATION,

    /** A1: somebody waits in a meeting of the user. */
    SOMEBODY_WAITS;

    /** Whoever waits does so no longer than that. */
    private static final Duration ALERT = Duration.ofHours(1);

    /** Whether the mail carries a PIN. */
    public boolean hasPin() {
        return this == WELCOME || this == PIN_RESET;
    }

    /** Whether the tenant's switches decide whether the mail is made at all (D1); of one with a PIN they decide whether it is held. */
    boolean needsSwitch() {
        return this == INFORMATION_CHANGED || this == TURNED_OFF || this == PIN_LOCKED || this == SOMEBODY_WAITS;
    }

    /** How long after its event such a mail may still be sent. @param holdTime at most */
    Duration mayWait(Duration holdTime) {
        return this == SOMEBODY_WAITS && ALERT.compareTo(holdTime) < 0 ? ALERT : holdTime;
    }

    /** Whether it is about one meeting: another conference ID of the user does not change what it says. */
    boolean ofOneMeeting() {
        return this == SOMEBODY_WAITS;
    }
}
