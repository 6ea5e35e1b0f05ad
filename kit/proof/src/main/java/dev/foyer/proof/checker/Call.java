package dev.foyer.proof.checker;

/**
 * One call of one caller and what came of it.
 *
 * @param askedNanos on the caller's monotonic clock
 * @param answeredNanos on the same clock
 * @param commandId the same when a wish is repeated; of reads, anything
 * @param by who was asked, for people
 */
public record Call(
        long askedNanos, long answeredNanos, String account, String commandId, Wish wish, Told told, String by) {

    /** What was asked for. */
    public sealed interface Wish {

        record Deposit(long amount) implements Wish {}

        record Withdraw(long amount) implements Wish {}

        record Read() implements Wish {}
    }

    /** What the caller was told. */
    public sealed interface Told {

        /**
         * It was done and is durable.
         *
         * @param entry its number, from 1
         * @param balance after it
         */
        record Booked(long entry, long balance) implements Told {}

        /** There was less than that. */
        record BalanceTooSmall(long balance) implements Told {}

        /** How it stood after that many entries. */
        record Stands(long balance, long entries) implements Told {}

        /** An error, or nothing within the time: anything may have happened. */
        record Nothing() implements Told {}
    }

    @Override
    public String toString() {
        return "%s %s %s by %s at %.3f s: %s after %.0f ms"
                .formatted(account, wish, commandId, by, askedNanos / 1e9, told, (answeredNanos - askedNanos) / 1e6);
    }
}
