package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.cmdlets.Parameter.Meaning;
import dev.foyer.ctl.parser.Argument;
import dev.foyer.ctl.parser.Invocation;
import dev.foyer.ctl.parser.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Gives the arguments of a line to a cmdlet's parameters, as PowerShell does. */
public final class Binder {

    private final Cmdlet cmdlet;
    private final Consumer<String> warn;
    private final Map<String, Value> values = new HashMap<>();

    private Binder(Cmdlet cmdlet, Consumer<String> warn) {
        this.cmdlet = cmdlet;
        this.warn = warn;
    }

    /**
     * Throws when it does not fit.
     *
     * @param warn told what was understood though it is not right, or makes no difference
     */
    public static Bound bind(Cmdlet cmdlet, Invocation invocation, Consumer<String> warn) {
        Binder binder = new Binder(cmdlet, warn);
        binder.take(new ArrayDeque<>(invocation.arguments()), invocation);
        return new Bound(binder.values);
    }

    private void take(Deque<Argument> arguments, Invocation invocation) {
        List<Value> alone = new ArrayList<>();
        while (!arguments.isEmpty()) {
            switch (arguments.poll()) {
                case Argument.Plain(Value value) -> alone.add(value);
                case Argument.Named(String name, boolean colon) -> {
                    Optional<Parameter> parameter = parameter(name);
                    if (parameter.isPresent()) {
                        put(parameter.get(), value(parameter.get(), colon, arguments));
                    } else {
                        identityAsParameter(name, invocation);
                    }
                }
            }
        }
        byPosition(alone);
    }

    /** One of that name, or the only one that begins so. */
    private Optional<Parameter> parameter(String name) {
        return find(cmdlet, name);
    }

    static Optional<Parameter> find(Cmdlet cmdlet, String name) {
        return find(cmdlet.parameters(), name).or(() -> find(Common.OF_POWERSHELL, name));
    }

    private static Optional<Parameter> find(List<Parameter> among, String name) {
        Optional<Parameter> same = among.stream().filter(p -> p.isCalled(name)).findFirst();
        if (same.isPresent()) {
            return same;
        }
        List<Parameter> begun = among.stream().filter(p -> p.begins(name)).toList();
        if (begun.size() > 1) {
            throw CtlException.usage("-" + name + " is ambiguous: "
                    + begun.stream().map(p -> "-" + p.name()).collect(Collectors.joining(", ")) + " begin so.");
        }
        return begun.stream().findFirst();
    }

    /**
     * The article prints {@code -amos.marble} for the user's name, which PowerShell does not understand: nothing else can be
     * meant, as parameters have neither a dot nor an at sign.
     */
    private void identityAsParameter(String name, Invocation invocation) {
        boolean aName = name.contains(".") || name.contains("@");
        Optional<Parameter> identity = cmdlet.parameters().stream()
                .filter(p -> p.name().equals("Identity") && !values.containsKey("Identity"))
                .findFirst();
        if (!aName || identity.isEmpty()) {
            throw CtlException.usage(cmdlet.name() + " has no parameter -" + name + nearest(name) + "; Get-Help "
                    + cmdlet.name() + " shows those it has.");
        }
        put(identity.get(), new Value.Text(name));
        warn.accept("-" + name + " is no parameter and was taken for the user; the right form is: " + cmdlet.name()
                + " -Identity " + name + rest(invocation, name));
    }

    private static String rest(Invocation invocation, String without) {
        StringBuilder rest = new StringBuilder();
        for (Argument argument : invocation.arguments()) {
            switch (argument) {
                case Argument.Named(String name, boolean colon) -> {
                    if (!name.equals(without)) {
                        rest.append(" -").append(name).append(colon ? ":" : "");
                    }
                }
                case Argument.Plain(Value value) ->
                    rest.append(" \"").append(value.text()).append('"');
            }
        }
        return rest.toString();
    }

    private String nearest(String name) {
        return cmdlet.parameters().stream()
                .map(Parameter::name)
                .min(Comparator.comparingInt(each -> Misprints.distance(each, name)))
                .filter(each -> Misprints.distance(each, name) <= 3)
                .map(each -> " (did you mean -" + each + "?)")
                .orElse("");
    }

    private Value value(Parameter parameter, boolean colon, Deque<Argument> arguments) {
        if (parameter.isSwitch() && !colon) {
            return new Value.Bool(true);
        }
        if (arguments.peek() instanceof Argument.Plain(Value value)) {
            arguments.poll();
            return checked(parameter, value);
        }
        throw CtlException.usage("-" + parameter.name() + " needs a value.");
    }

    private Value checked(Parameter parameter, Value value) {
        boolean truth = parameter.isSwitch() || parameter.kind() == Kind.BOOLEAN;
        if (truth && !(value instanceof Value.Bool)) {
            return new Value.Bool(truth(parameter, value.text()));
        }
        if (parameter.kind() != Kind.LIST && value instanceof Value.Several) {
            throw CtlException.usage(
                    "-" + parameter.name() + " takes one value, and " + value.text() + " are several.");
        }
        if (!parameter.values().isEmpty() && !(value instanceof Value.Null)) {
            return oneOf(parameter, value);
        }
        return value;
    }

    private static boolean truth(Parameter parameter, String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw CtlException.usage(
                        "-" + parameter.name() + " takes $true or $false, and \"" + text + "\" is neither.");
        };
    }

    private static Value oneOf(Parameter parameter, Value value) {
        if (value instanceof Value.Several(List<Value> several)) {
            return new Value.Several(
                    several.stream().map(each -> oneOf(parameter, each)).toList());
        }
        return parameter.values().stream()
                .filter(value.text()::equalsIgnoreCase)
                .findFirst()
                .<Value>map(Value.Text::new)
                .orElseThrow(() -> CtlException.usage("-" + parameter.name() + " takes "
                        + String.join(", ", parameter.values()) + ", and \"" + value.text() + "\" is none of them."));
    }

    private void put(Parameter parameter, Value value) {
        switch (parameter.meaning()) {
            case Meaning.Works() -> {}
            case Meaning.Ignored(String why) -> warn.accept("-" + parameter.name() + " makes no difference: " + why);
            case Meaning.Refused(String why) ->
                throw CtlException.usage("-" + parameter.name() + " has no meaning here: " + why);
        }
        if (values.putIfAbsent(parameter.name(), value) != null) {
            throw CtlException.usage("-" + parameter.name() + " is given twice.");
        }
    }

    private void byPosition(List<Value> alone) {
        List<Parameter> places = cmdlet.parameters().stream()
                .filter(p -> p.position() >= 0 && !values.containsKey(p.name()))
                .sorted(Comparator.comparingInt(Parameter::position))
                .toList();
        for (int i = 0; i < alone.size(); i++) {
            if (i >= places.size()) {
                throw CtlException.usage(cmdlet.name() + " does not know what \""
                        + alone.get(i).text() + "\" belongs to; name its parameter.");
            }
            put(places.get(i), checked(places.get(i), alone.get(i)));
        }
    }
}
