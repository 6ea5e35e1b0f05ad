package dev.foyer.base.events;

/**
 * A record of somebody else says something that we may not or cannot act upon; the message is the reason for its dead
 * letter, and says what to do.
 */
public final class Unacceptable extends RuntimeException {

    /** @param reason a sentence that quotes nothing of the record */
    public Unacceptable(String reason) {
        super(reason, null, false, false);
    }
}
