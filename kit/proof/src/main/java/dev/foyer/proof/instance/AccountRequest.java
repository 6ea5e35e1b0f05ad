package dev.foyer.proof.instance;

/**
 * Body of a request.
 *
 * @param amount of a command; nothing for a read
 */
public record AccountRequest(Kind kind, String account, String commandId, long amount) {

    /** What is asked. */
    public enum Kind {
        DEPOSIT,
        WITHDRAW,
        READ
    }
}
