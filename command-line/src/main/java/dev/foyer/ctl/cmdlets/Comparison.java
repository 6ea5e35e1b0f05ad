package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.parser.Condition;
import dev.foyer.ctl.parser.Condition.Operator;
import dev.foyer.ctl.parser.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Asks conditions of objects, as PowerShell compares: numbers as numbers, the rest as texts. */
final class Comparison {

    private Comparison() {}

    static boolean holds(Condition condition, Row row) {
        return switch (condition) {
            case Condition.And(Condition left, Condition right) -> holds(left, row) && holds(right, row);
            case Condition.Or(Condition left, Condition right) -> holds(left, row) || holds(right, row);
            case Condition.Not(Condition of) -> !holds(of, row);
            case Condition.Holds(String property) -> isSomething(property(row, property));
            case Condition.Compare(String property, Operator operator, Value value) ->
                compares(property(row, property), operator, value);
        };
    }

    /** A property that no object has is a misprint, which would silently let nobody through. */
    private static Object property(Row row, String name) {
        if (row.name(name).isEmpty()) {
            throw CtlException.usage("These objects have no property " + name + "; they have "
                    + String.join(", ", row.properties().keySet()) + ".");
        }
        return row.get(name);
    }

    private static boolean isSomething(Object value) {
        return switch (value) {
            case null -> false;
            case Boolean is -> is;
            case Number number -> number.doubleValue() != 0;
            case List<?> several -> !several.isEmpty();
            default -> !value.toString().isEmpty();
        };
    }

    private static boolean compares(Object left, Operator operator, Value right) {
        return switch (operator) {
            case EQ -> same(left, right, false);
            case NE -> !same(left, right, false);
            case CEQ -> same(left, right, true);
            case CNE -> !same(left, right, true);
            case GT -> order(left, right) > 0;
            case GE -> order(left, right) >= 0;
            case LT -> left != null && order(left, right) < 0;
            case LE -> left != null && order(left, right) <= 0;
            case LIKE -> Wildcard.of(right.text(), false).matches(Row.shown(left));
            case NOTLIKE -> !Wildcard.of(right.text(), false).matches(Row.shown(left));
            case CLIKE -> Wildcard.of(right.text(), true).matches(Row.shown(left));
            case MATCH ->
                pattern(right, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(Row.shown(left))
                        .find();
            case NOTMATCH ->
                !pattern(right, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(Row.shown(left))
                        .find();
            case CMATCH -> pattern(right, 0).matcher(Row.shown(left)).find();
            case CONTAINS -> contains(left, right);
            case NOTCONTAINS -> !contains(left, right);
            case IN -> in(left, right);
            case NOTIN -> !in(left, right);
        };
    }

    private static Pattern pattern(Value right, int flags) {
        try {
            return Pattern.compile(right.text(), flags);
        } catch (PatternSyntaxException e) {
            throw CtlException.usage("\"" + right.text() + "\" is no regular expression: " + e.getDescription() + ".");
        }
    }

    private static boolean contains(Object left, Value right) {
        return left instanceof List<?> several
                ? several.stream().anyMatch(each -> Row.shown(each).equalsIgnoreCase(right.text()))
                : same(left, right, false);
    }

    private static boolean in(Object left, Value right) {
        return right instanceof Value.Several(List<Value> several)
                ? several.stream().anyMatch(each -> same(left, each, false))
                : same(left, right, false);
    }

    private static boolean same(Object left, Value right, boolean exactCase) {
        if (right instanceof Value.Null) {
            return left == null;
        }
        if (left == null) {
            return false;
        }
        if (left instanceof Boolean is) {
            return right instanceof Value.Bool(boolean wanted)
                    ? is == wanted
                    : Row.shown(left).equalsIgnoreCase(right.text());
        }
        if (left instanceof Number && isNumber(right.text())) {
            return order(left, right) == 0;
        }
        String text = Row.shown(left);
        return exactCase ? text.equals(right.text()) : text.equalsIgnoreCase(right.text());
    }

    private static int order(Object left, Value right) {
        if (left == null) {
            return -1;
        }
        String text = Row.shown(left);
        if (isNumber(text) && isNumber(right.text())) {
            return new BigDecimal(text).compareTo(new BigDecimal(right.text()));
        }
        return text.compareToIgnoreCase(right.text());
    }

    static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?");
    }
}
