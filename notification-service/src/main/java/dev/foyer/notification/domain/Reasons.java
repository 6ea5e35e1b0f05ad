package dev.foyer.notification.domain;

/** Stable words for why a mail failed; public, in the ledger's {@code reason}. */
public final class Reasons {
    /** The mail could not be sent within the hold time. */
    public static final String HOLD_TIME_OVER = "HOLD_TIME_OVER";
    /** The delivery with the sealed PIN has been forgotten. */
    public static final String PIN_IS_GONE = "PIN_IS_GONE";
    /** The sealed PIN cannot be opened with the keys that we have. */
    public static final String PIN_CANNOT_BE_OPENED = "PIN_CANNOT_BE_OPENED";
    /** The sealed PIN was made for another mail or another user, and copied. */
    public static final String PIN_SEALED_FOR_ANOTHER = "PIN_SEALED_FOR_ANOTHER";
    /** The PIN is sealed to a key that is not in the key file; tried again, since it may come. */
    public static final String PIN_KEY_IS_MISSING = "PIN_KEY_IS_MISSING";
    /** The PIN was superseded while a server was taking the mail. */
    public static final String LEFT_BEFORE_SUPERSEDED = "LEFT_BEFORE_SUPERSEDED";

    /** Who was sending it was killed, or went away, before the server's answer was recorded; it is sent again. */
    public static final String INTERRUPTED = "INTERRUPTED";

    /** How an earlier attempt ended was never known, so the user may have had the mail before. */
    public static final String EARLIER_ATTEMPT_UNKNOWN = "EARLIER_ATTEMPT_UNKNOWN";

    private Reasons() {}
}
