package dev.foyer.ctl.parser;

/** What follows the name of a cmdlet. */
public sealed interface Argument {

    /** {@code -Name}, or {@code -Name:}, whose value is the next argument whatever it looks like. */
    record Named(String name, boolean colon) implements Argument {}

    /** A value that stands alone: of the parameter before it, or by its position. */
    record Plain(Value value) implements Argument {}
}
