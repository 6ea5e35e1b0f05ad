package dev.foyer.ctl.cmdlets;

import java.util.List;
import java.util.Locale;

/**
 * One parameter of a cmdlet.
 *
 * @param position of a value that stands alone; negative: it must be named
 * @param piped whether it is taken from the object that comes through the pipe
 * @param values the only ones; empty: any
 * @param meaning what becomes of it here
 */
public record Parameter(
        String name,
        Kind kind,
        List<String> aliases,
        int position,
        boolean piped,
        List<String> values,
        Meaning meaning,
        String help) {

    /** What it takes. */
    public enum Kind {
        SWITCH,
        BOOLEAN,
        TEXT,
        NUMBER,
        LIST,
        SCRIPT
    }

    /** The reference product has parameters for what Foyer has not. */
    public sealed interface Meaning {

        /** It does what its name says. */
        record Works() implements Meaning {}

        /** It would change something that is not there: the line is not done. */
        record Refused(String why) implements Meaning {}

        /** It makes no difference: the line is done, with a warning. */
        record Ignored(String why) implements Meaning {}
    }

    private static final Meaning WORKS = new Meaning.Works();

    static Parameter of(String name, Kind kind, String help) {
        return new Parameter(name, kind, List.of(), -1, false, List.of(), WORKS, help);
    }

    static Parameter flag(String name, String help) {
        return of(name, Kind.SWITCH, help);
    }

    static Parameter text(String name, String help) {
        return of(name, Kind.TEXT, help);
    }

    static Parameter bool(String name, String help) {
        return of(name, Kind.BOOLEAN, help);
    }

    static Parameter number(String name, String help) {
        return of(name, Kind.NUMBER, help);
    }

    static Parameter list(String name, String help) {
        return of(name, Kind.LIST, help);
    }

    /** {@code -Identity}, alone in front, or from the pipe. */
    static Parameter identity(String help) {
        return new Parameter("Identity", Kind.TEXT, List.of(), 0, true, List.of(), WORKS, help);
    }

    /** One that is refused, with the reason. */
    static Parameter without(String name, Kind kind, String why) {
        return new Parameter(name, kind, List.of(), -1, false, List.of(), new Meaning.Refused(why), why);
    }

    /** One that makes no difference. */
    static Parameter idle(String name, Kind kind, String why) {
        return new Parameter(name, kind, List.of(), -1, false, List.of(), new Meaning.Ignored(why), why);
    }

    Parameter at(int place) {
        return new Parameter(name, kind, aliases, place, piped, values, meaning, help);
    }

    Parameter alias(String... others) {
        return new Parameter(name, kind, List.of(others), position, piped, values, meaning, help);
    }

    Parameter oneOf(String... only) {
        return new Parameter(name, kind, aliases, position, piped, List.of(only), meaning, help);
    }

    /** Whether that is its name or an alias. */
    boolean isCalled(String asked) {
        return name.equalsIgnoreCase(asked) || aliases.stream().anyMatch(asked::equalsIgnoreCase);
    }

    /** Whether its name or an alias begins so. */
    boolean begins(String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).startsWith(lower)
                || aliases.stream()
                        .anyMatch(alias -> alias.toLowerCase(Locale.ROOT).startsWith(lower));
    }

    /** Whether it stands without a value. */
    public boolean isSwitch() {
        return kind == Kind.SWITCH;
    }

    /** Its name with what it takes. */
    public String typed() {
        return "-" + name
                + switch (kind) {
                    case SWITCH -> "";
                    case BOOLEAN -> " <Boolean>";
                    case TEXT -> " <String>";
                    case NUMBER -> " <Int32>";
                    case LIST -> " <String[]>";
                    case SCRIPT -> " <ScriptBlock>";
                };
    }

    /** As it stands in a syntax line. */
    public String syntax() {
        return position >= 0 ? "[[-" + name + "]" + typed().substring(name.length() + 1) + "]" : "[" + typed() + "]";
    }
}
