package dev.foyer.notification.domain;

/**
 * Stable words for what became of mails; public, with those of {@link HoldReason} and {@link SupersedeReason}, in the ledger's {@code
 * reason}. What each means is in {@code contracts/reasons.tsv}; whoever shows them has a sentence for each.
 */
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

    /** Nobody listens there, or the connection broke. */
    public static final String MAIL_SERVER_UNREACHABLE = "MAIL_SERVER_UNREACHABLE";

    /** It did not answer in time. */
    public static final String MAIL_SERVER_SLOW = "MAIL_SERVER_SLOW";

    /** It refuses for now; its own words follow. */
    public static final String MAIL_SERVER_BUSY = "MAIL_SERVER_BUSY";

    /** It refuses for good; its own words follow. */
    public static final String MAIL_SERVER_REFUSED = "MAIL_SERVER_REFUSED";

    /** It offers no encryption or no account of ours, or has a certificate that we do not believe. */
    public static final String MAIL_SERVER_UNUSABLE = "MAIL_SERVER_UNUSABLE";

    /** It says what is no SMTP. */
    public static final String MAIL_SERVER_NOT_UNDERSTOOD = "MAIL_SERVER_NOT_UNDERSTOOD";

    /** The server had the whole mail and did not say what it did with it: it may have left. */
    public static final String MAIL_SERVER_GAVE_NO_ANSWER = "MAIL_SERVER_GAVE_NO_ANSWER";

    /** The sealed PIN cannot be fetched, or its link not be recorded, at the moment. */
    public static final String BROKER_UNREACHABLE = "BROKER_UNREACHABLE";

    /** No server was asked: it could not be written, or it was not to be sent any more when its turn came. */
    public static final String NOT_ATTEMPTED = "NOT_ATTEMPTED";

    /** Nothing can be sent to this address. */
    public static final String ADDRESS_IS_INVALID = "ADDRESS_IS_INVALID";

    /** What is in front of its {@code @} cannot be written without an extension of SMTP that we do not speak. */
    public static final String ADDRESS_NEEDS_SMTPUTF8 = "ADDRESS_NEEDS_SMTPUTF8";

    /** Nothing can be sent from the sender's address. */
    public static final String SENDER_IS_INVALID = "SENDER_IS_INVALID";

    private Reasons() {}

    /** The stable word at the beginning of what the ledger says; what follows it is the server's, or a count. */
    public static String wordOf(String reason) {
        return reason.split("[: ]", 2)[0];
    }
}
