package dev.foyer.base.events;

/**
 * A record of somebody else says something that we may not or cannot act upon; the message is the reason for its dead
 * letter, and says what to do.
 */
public final class Unacceptable extends RuntimeException {

    private final boolean secret;

    /** @param reason a sentence that quotes nothing of the record */
    public Unacceptable(String reason) {
        this(reason, false);
    }

    private Unacceptable(String reason, boolean secret) {
        super(reason, null, false, false);
        this.secret = secret;
    }

    /** Of a record that may hold a PIN: its dead letter says where it lies, and has nothing of what stands in it. */
    public static Unacceptable secret(String reason) {
        return new Unacceptable(reason, true);
    }

    /** Whether nothing of the record may be kept. */
    public boolean isSecret() {
        return secret;
    }
}
