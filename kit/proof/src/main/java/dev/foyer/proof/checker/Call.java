package dev.foyer.proof.checker;

/**
 * One call of one caller and what came of it.
 *
 * @param askedNanos on the caller's monotonic clock
 * @param answeredNanos on the same clock
 * @param commandId the same when a command is repeated; of reads, anything
 * @param by who was asked, for people
 */
public record Call(
        long askedNanos,
        long answeredNanos,
        String account,
        String commandId,
        Operation operation,
        Result result,
        String by) {

    /** What the caller wanted. */
    public sealed interface Operation {

        record Deposit(long amount) implements Operation {}

        record Withdraw(long amount) implements Operation {}

        record Read() implements Operation {}
    }

    /** What the caller was told. */
    public sealed interface Result {

        /**
         * It was done and is durable.
         *
         * @param entry its number, from 1
         * @param balance after it
         */
        record Booked(long entry, long balance) implements Result {}

        /** There was less than that. */
        record BalanceTooSmall(long balance) implements Result {}

        /** The balance after that many entries. */
        record Balance(long balance, long entries) implements Result {}

        /** An error, or nothing within the time: anything may have happened. */
        record Unknown() implements Result {}
    }

    @Override
    public String toString() {
        return "%s %s %s by %s at %.3f s: %s after %.0f ms"
                .formatted(
                        account,
                        operation,
                        commandId,
                        by,
                        askedNanos / 1e9,
                        result,
                        (answeredNanos - askedNanos) / 1e6);
    }
}
