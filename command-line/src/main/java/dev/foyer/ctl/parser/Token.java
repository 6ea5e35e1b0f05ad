package dev.foyer.ctl.parser;

/**
 * One piece of a line.
 *
 * @param from where it begins in the line, for highlighting and completion
 * @param to behind its last character
 */
public sealed interface Token {

    int from();

    int to();

    /** A word, in quotes or not. */
    record Word(String text, boolean quoted, int from, int to) implements Token {}

    /** {@code -Name} or {@code -Name:}; what follows the colon is the next token. */
    record Dash(String name, boolean colon, int from, int to) implements Token {}

    /** What stands between braces. */
    record Braces(String text, int from, int to) implements Token {}

    /** {@code |}, {@code ;} or {@code ,}. */
    record Sign(char sign, int from, int to) implements Token {}
}
