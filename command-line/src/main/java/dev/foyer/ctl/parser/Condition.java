package dev.foyer.ctl.parser;

import java.util.List;

/** What {@code Where-Object} asks of an object. */
public sealed interface Condition {

    /** Both. */
    record And(Condition left, Condition right) implements Condition {}

    /** Either. */
    record Or(Condition left, Condition right) implements Condition {}

    /** The other way round. */
    record Not(Condition of) implements Condition {}

    /** {@code $_.Property -eq value}. */
    record Compare(String property, Operator operator, Value value) implements Condition {}

    /** {@code $_.Property}: neither false, nor empty, nor 0. */
    record Holds(String property) implements Condition {}

    /** How two are compared; letters count as equal whatever their case, but with a leading c. */
    enum Operator {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE,
        LIKE,
        NOTLIKE,
        MATCH,
        NOTMATCH,
        CONTAINS,
        NOTCONTAINS,
        IN,
        NOTIN,
        CEQ,
        CNE,
        CLIKE,
        CMATCH;

        static final List<Operator> ALL = List.of(values());
    }
}
