package dev.foyer.proof.checker;

/**
 * Something that must not be.
 *
 * @param what in words, with everything one needs to look for it
 */
public record Violation(Kind kind, String what) {

    /** Which promise was broken. */
    public enum Kind {
        /** A caller was told that it is done, but not in the journal. */
        LOST,
        /** One command, more than one entry. */
        DOUBLED,
        /** Numbers of an account that do not follow each other, or an account in two partitions. */
        DISORDER,
        /** An entry that nobody asked for, or another one than was asked for. */
        INVENTED,
        /** An answer to a command that was done, with a wrong entry or balance, or at an impossible time. */
        FALSE_ANSWER,
        /** A read that shows what never was, or what was no more. */
        FALSE_READ,
        /** A refusal for a reason that did not hold at any moment of the call. */
        FALSE_REFUSAL
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
