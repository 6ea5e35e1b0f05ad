package dev.foyer.proof.checker;

/**
 * One event as it was read back from the journal.
 *
 * @param sequence of the account, as the journal says
 * @param change of the balance
 * @param timeMillis when it was for its account; never before the one before it
 */
public record Entry(
        int partition, long offset, String account, long sequence, String commandId, long change, long timeMillis) {}
