package dev.foyer.ctl.parser;

import dev.foyer.ctl.CtlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads simple comparisons: {@code $_.A -eq 'x' -and -not ($_.B -like '*y' -or $_.C)}. */
public final class ConditionParser {

    private final List<Token> tokens;
    private int at;

    private ConditionParser(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    /** Of what stands between the braces. */
    public static Condition parse(String script) {
        // Parentheses are no part of words here.
        String spaced = spaced(script);
        ConditionParser parser = new ConditionParser(Tokenizer.tokens(spaced));
        Condition condition = parser.or();
        if (parser.at < parser.tokens.size()) {
            throw CtlException.usage("Where-Object understands comparisons joined by -and, -or and -not, and not \""
                    + spaced.substring(parser.tokens.get(parser.at).from()).strip() + "\".");
        }
        return condition;
    }

    /** An operator by its name without the dash. */
    public static Optional<Condition.Operator> operator(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String plain = upper.startsWith("I") && !upper.equals("IN") ? upper.substring(1) : upper;
        return Condition.Operator.ALL.stream()
                .filter(o -> o.name().equals(plain))
                .findFirst();
    }

    private static String spaced(String script) {
        StringBuilder spaced = new StringBuilder();
        char quote = 0;
        for (char c : script.toCharArray()) {
            if (quote == 0 && (c == '(' || c == ')')) {
                spaced.append(' ').append(c).append(' ');
                continue;
            }
            if (c == '\'' || c == '"') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            spaced.append(c);
        }
        return spaced.toString();
    }

    private Condition or() {
        Condition left = and();
        while (takes("or")) {
            left = new Condition.Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = one();
        while (takes("and")) {
            left = new Condition.And(left, one());
        }
        return left;
    }

    private Condition one() {
        if (takes("not") || takesMark()) {
            return new Condition.Not(one());
        }
        String word = word();
        if (word.equals("(")) {
            Condition inner = or();
            if (!word().equals(")")) {
                throw CtlException.usage("A ( in the condition is not closed.");
            }
            return inner;
        }
        String property = property(word);
        if (at < tokens.size() && tokens.get(at) instanceof Token.Dash dash) {
            Optional<Condition.Operator> operator = operator(dash.name());
            if (operator.isPresent()) {
                at++;
                return new Condition.Compare(property, operator.get(), value());
            }
            if (!dash.name().matches("(?i)and|or")) {
                throw CtlException.usage(
                        "There is no comparison -" + dash.name()
                                + "; there are -eq, -ne, -gt, -ge, -lt, -le, -like, -notlike, -match, -notmatch, -contains and -in.");
            }
        }
        return new Condition.Holds(property);
    }

    private static String property(String word) {
        if (word.length() > 3
                && (word.startsWith("$_.") || word.toLowerCase(Locale.ROOT).startsWith("$psitem."))) {
            return word.substring(word.indexOf('.') + 1);
        }
        throw CtlException.usage(
                "A comparison begins with a property, such as $_.ServiceNumber, and not with \"" + word + "\".");
    }

    private boolean takes(String name) {
        boolean is = at < tokens.size()
                && tokens.get(at) instanceof Token.Dash dash
                && dash.name().equalsIgnoreCase(name);
        at += is ? 1 : 0;
        return is;
    }

    /** {@code !$_.A} is {@code -not $_.A}; what stands behind the mark is a word of its own. */
    private boolean takesMark() {
        if (at >= tokens.size()
                || !(tokens.get(at) instanceof Token.Word(String text, boolean quoted, int from, int to))
                || quoted
                || !text.startsWith("!")) {
            return false;
        }
        if (text.length() == 1) {
            at++;
        } else {
            tokens.set(at, new Token.Word(text.substring(1), false, from + 1, to));
        }
        return true;
    }

    private String word() {
        if (at < tokens.size() && tokens.get(at) instanceof Token.Word word) {
            at++;
            return word.text();
        }
        throw CtlException.usage("The condition ends too early; such as: $_.ServiceNumber -eq '+14255550100'.");
    }

    private Value value() {
        List<Value> values = new ArrayList<>();
        do {
            if (at >= tokens.size() || !(tokens.get(at) instanceof Token.Word word)) {
                throw CtlException.usage("A value is missing behind a comparison.");
            }
            at++;
            values.add(word.quoted() ? new Value.Text(word.text()) : Lines.bare(word.text()));
        } while (takesComma());
        return values.size() == 1 ? values.getFirst() : new Value.Several(List.copyOf(values));
    }

    private boolean takesComma() {
        boolean is = at < tokens.size() && tokens.get(at) instanceof Token.Sign sign && sign.sign() == ',';
        at += is ? 1 : 0;
        return is;
    }
}
