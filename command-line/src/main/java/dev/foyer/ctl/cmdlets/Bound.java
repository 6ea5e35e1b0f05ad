package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.parser.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a line gives to one cmdlet: values by the full names of parameters. */
public final class Bound {

    private final Map<String, Value> values;
    private final Set<String> read;

    Bound(Map<String, Value> values) {
        this(values, new HashSet<>());
    }

    private Bound(Map<String, Value> values, Set<String> read) {
        this.values = Map.copyOf(values);
        this.read = read;
    }

    /** What was given and nobody has looked at so far: it made no difference. */
    Set<String> unread() {
        Set<String> unread = new TreeSet<>(values.keySet());
        unread.removeAll(read);
        return unread;
    }

    private Value get(String parameter) {
        read.add(parameter);
        return values.get(parameter);
    }

    /** The same with one more. */
    Bound with(String parameter, String text) {
        Map<String, Value> more = new HashMap<>(values);
        more.put(parameter, new Value.Text(text));
        return new Bound(more, read);
    }

    /** Whether it was given, whatever it says. */
    public boolean has(String parameter) {
        return get(parameter) != null;
    }

    /** A switch that is on, or {@code -Name:$true}. */
    public boolean is(String parameter) {
        return get(parameter) instanceof Value.Bool(boolean is) && is;
    }

    /** Whether {@code $null} was given. */
    public boolean isNull(String parameter) {
        return get(parameter) instanceof Value.Null;
    }

    /** Its text; empty: not given, or {@code $null}. */
    public Optional<String> text(String parameter) {
        Value value = get(parameter);
        return value == null || value instanceof Value.Null ? Optional.empty() : Optional.of(value.text());
    }

    /** Its values; empty: not given. */
    public List<String> list(String parameter) {
        return switch (get(parameter)) {
            case null -> List.of();
            case Value.Null _ -> List.of();
            case Value.Several(List<Value> several) ->
                several.stream().map(Value::text).toList();
            case Value one -> List.of(one.text());
        };
    }

    /** Its number; empty: not given. */
    public Optional<Integer> number(String parameter) {
        return text(parameter).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException _) {
                throw CtlException.usage("-" + parameter + " takes a number, and \"" + text + "\" is none.");
            }
        });
    }

    /** As it was typed. */
    public Optional<Value> value(String parameter) {
        return Optional.ofNullable(get(parameter));
    }
}
