package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.parser.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line gives to one cmdlet: values by the full names of parameters. */
public final class Bound {

    private final Map<String, Value> values;

    Bound(Map<String, Value> values) {
        this.values = Map.copyOf(values);
    }

    /** The same with one more. */
    Bound with(String parameter, String text) {
        Map<String, Value> more = new HashMap<>(values);
        more.put(parameter, new Value.Text(text));
        return new Bound(more);
    }

    /** Whether it was given, whatever it says. */
    public boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    /** A switch that is on, or {@code -Name:$true}. */
    public boolean is(String parameter) {
        return values.get(parameter) instanceof Value.Bool(boolean is) && is;
    }

    /** Whether {@code $null} was given. */
    public boolean isNull(String parameter) {
        return values.get(parameter) instanceof Value.Null;
    }

    /** Its text; empty: not given, or {@code $null}. */
    public Optional<String> text(String parameter) {
        Value value = values.get(parameter);
        return value == null || value instanceof Value.Null ? Optional.empty() : Optional.of(value.text());
    }

    /** Its values; empty: not given. */
    public List<String> list(String parameter) {
        return switch (values.get(parameter)) {
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
        return Optional.ofNullable(values.get(parameter));
    }
}
