package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.cmdlets.Parameter.Kind;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.parser.Condition;
import dev.foyer.ctl.parser.ConditionParser;
import dev.foyer.ctl.parser.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done to objects on their way: choose, sort, count. */
final class ObjectCmdlets {

    private ObjectCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(where(), select(), sort(), measure());
    }

    /** A stage that needs objects. */
    abstract static class Taking implements Stage {

        private final Call call;

        Taking(Call call) {
            this.call = call;
        }

        @Override
        public void start(Sink next) {
            throw CtlException.usage(call.cmdlet().name() + " takes objects from a cmdlet before it: ... | "
                    + call.cmdlet().name());
        }
    }

    private static Cmdlet where() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.of("FilterScript", Kind.SCRIPT, "Comparisons, joined by -and, -or, -not.")
                        .at(0),
                Parameter.text("Property", "Of what is compared, in the short form."),
                Parameter.list("Value", "With what, in the short form.").at(1)));
        for (Condition.Operator operator : Condition.Operator.values()) {
            String name =
                    operator.name().charAt(0) + operator.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            parameters.add(Parameter.flag(name, "Compares so, in the short form."));
        }
        return Cmdlet.of(
                        "Where-Object",
                        "Lets those objects through of which a condition holds.",
                        List.copyOf(parameters),
                        call -> {
                            Condition condition = condition(call.bound());
                            mustBeOne(call);
                            return new Taking(call) {
                                @Override
                                public boolean take(Row row, Sink next) {
                                    return !Comparison.holds(condition, row) || next.take(row);
                                }
                            };
                        })
                .alias("where", "?")
                .example(
                        "Get-CsOnlineDialInConferencingUser | Where-Object { $_.ServiceNumber -eq '+14255550100' } | Measure-Object",
                        "How many have a number.")
                .example(
                        "Get-CsOnlineDialInConferencingUser | ? DisplayName -like 'Amos*' | select Identity",
                        "The short form.");
    }

    /** What the comparison has not looked at would belong to another one. */
    private static void mustBeOne(Call call) {
        call.cmdlet().parameters().stream()
                .map(Parameter::name)
                .filter(call.bound().unread()::contains)
                .findFirst()
                .ifPresent(more -> {
                    throw CtlException.usage("Where-Object makes one comparison, and -" + more
                            + " is more than that; join them in braces with -and or -or.");
                });
    }

    private static Condition condition(Bound bound) {
        Optional<Value> first = bound.value("FilterScript");
        if (first.isPresent() && first.get() instanceof Value.Script(String script)) {
            return ConditionParser.parse(script);
        }
        String property = bound.text("Property")
                .or(() -> first.map(Value::text))
                .orElseThrow(() -> CtlException.usage("Where-Object needs a condition: { $_.Property -eq 'value' }."));
        for (Condition.Operator operator : Condition.Operator.values()) {
            String name =
                    operator.name().charAt(0) + operator.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            if (bound.is(name)) {
                return new Condition.Compare(
                        property,
                        operator,
                        bound.value("Value")
                                .orElseThrow(
                                        () -> CtlException.usage("Where-Object needs a value behind -" + name + ".")));
            }
        }
        return new Condition.Holds(property);
    }

    private static Cmdlet select() {
        return Cmdlet.of(
                        "Select-Object",
                        "Keeps some properties, or the first objects.",
                        List.of(
                                Parameter.list("Property", "Which; * for all.").at(0),
                                Parameter.text("ExpandProperty", "The parts of this one instead of the object."),
                                Parameter.number("First", "How many; the cmdlets before stop then."),
                                Parameter.number("Skip", "How many are left out first."),
                                Parameter.flag("Unique", "Each only once.")),
                        call -> new Selecting(call))
                .alias("select")
                .example(
                        "Get-CsOnlineDialInConferencingUser | Select-Object -First 3 DisplayName, ConferenceId",
                        "Three, with two properties.");
    }

    private static final class Selecting extends Taking {

        private final List<String> properties;
        private final String expanded;
        private final boolean unique;
        private final Set<Map<String, Object>> seen = new HashSet<>();
        private int skip;
        private int left;

        Selecting(Call call) {
            super(call);
            properties = call.bound().list("Property");
            expanded = call.bound().text("ExpandProperty").orElse(null);
            unique = call.bound().is("Unique");
            skip = call.bound().number("Skip").orElse(0);
            left = call.bound().number("First").orElse(Integer.MAX_VALUE);
        }

        @Override
        public boolean take(Row row, Sink next) {
            if (left <= 0) {
                return false;
            }
            if (skip > 0) {
                skip--;
                return true;
            }
            if (expanded != null) {
                return expand(row, next) && --left > 0;
            }
            Row chosen = properties.isEmpty() ? row : new Row(chosen(row, properties), row.source());
            if (unique && !seen.add(chosen.properties())) {
                return true;
            }
            return next.take(chosen) && --left > 0;
        }

        private boolean expand(Row row, Sink next) {
            Object value = row.get(expanded);
            for (Object part :
                    value instanceof List<?> several ? several : value == null ? List.of() : List.of(value)) {
                if (!next.take(part instanceof Row is ? is : Row.of(Map.of(expanded, part)))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** In the order that was asked for; one that there is not is empty, as in PowerShell. */
    static Map<String, Object> chosen(Row row, List<String> wanted) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (String name : wanted) {
            if (Wildcard.isIn(name)) {
                Wildcard pattern = Wildcard.of(name, false);
                row.properties().forEach((each, value) -> {
                    if (pattern.matches(each)) {
                        chosen.put(each, value);
                    }
                });
            } else {
                chosen.put(row.name(name).orElse(name), row.get(name));
            }
        }
        return chosen;
    }

    private static Cmdlet sort() {
        return Cmdlet.of(
                        "Sort-Object",
                        "Sorts objects; it keeps all of them in memory.",
                        List.of(
                                Parameter.list("Property", "By what.").at(0),
                                Parameter.flag("Descending", "The other way round."),
                                Parameter.flag("Unique", "Each value only once.")),
                        call -> {
                            List<Row> all = new ArrayList<>();
                            return new Taking(call) {
                                @Override
                                public boolean take(Row row, Sink next) {
                                    return all.add(row);
                                }

                                @Override
                                public void end(Sink next) {
                                    List<String> by = call.bound().list("Property");
                                    Comparator<Row> order = by.stream()
                                            .<Comparator<Row>>map(name -> (a, b) -> compare(a.get(name), b.get(name)))
                                            .reduce(Comparator::thenComparing)
                                            .orElse((a, b) -> compare(a, b));
                                    all.sort(call.bound().is("Descending") ? order.reversed() : order);
                                    Row before = null;
                                    for (Row row : all) {
                                        boolean again = before != null
                                                && call.bound().is("Unique")
                                                && order.compare(before, row) == 0;
                                        if (!again && !next.take(row)) {
                                            return;
                                        }
                                        before = row;
                                    }
                                }
                            };
                        })
                .alias("sort")
                .example(
                        "Get-CsOnlineDialInConferencingServiceNumber | Sort-Object Number -Descending | Select-Object Number",
                        "By number.");
    }

    static int compare(Object a, Object b) {
        String left = Row.shown(a);
        String right = Row.shown(b);
        if (Comparison.isNumber(left) && Comparison.isNumber(right)) {
            return new java.math.BigDecimal(left).compareTo(new java.math.BigDecimal(right));
        }
        return left.compareToIgnoreCase(right);
    }

    private static Cmdlet measure() {
        return Cmdlet.of(
                        "Measure-Object",
                        "Counts objects; of a property also sum, average, least and greatest.",
                        List.of(
                                Parameter.text("Property", "Of which one.").at(0),
                                Parameter.flag("Sum", "All together."),
                                Parameter.flag("Average", "In the middle."),
                                Parameter.flag("Minimum", "The least."),
                                Parameter.flag("Maximum", "The greatest.")),
                        Measuring::new)
                .alias("measure")
                .example("Get-CsOnlineDialInConferencingUser | Measure-Object", "How many are enabled.");
    }
}
