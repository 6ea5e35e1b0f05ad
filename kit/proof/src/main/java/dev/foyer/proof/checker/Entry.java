package dev.foyer.proof.checker;

/**
 * One event as it was read back from the journal.
 *
 * @param sequence of the account, as the journal says
 * @param change of the balance
 */
public record Entry(int partition, long offset, String account, long sequence, String commandId, long change) {}
