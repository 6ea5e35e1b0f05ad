package dev.foyer.ctl.parser;

import dev.foyer.ctl.CtlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes pipelines of a line. */
public final class Lines {

    private Lines() {}

    /** The pipelines between semicolons, each with its cmdlets; empty for a line without any. */
    public static List<List<Invocation>> parse(String line) {
        List<List<Invocation>> pipelines = new ArrayList<>();
        for (List<Token> pipeline : split(Tokenizer.tokens(line), ';')) {
            if (pipeline.isEmpty()) {
                continue;
            }
            List<Invocation> stages = new ArrayList<>();
            for (List<Token> stage : split(pipeline, '|')) {
                if (stage.isEmpty()) {
                    throw CtlException.usage("There is nothing before or behind a |; a cmdlet belongs there.");
                }
                stages.add(invocation(stage));
            }
            pipelines.add(List.copyOf(stages));
        }
        return List.copyOf(pipelines);
    }

    /** Words as a shell has split them, as a line again. */
    public static String line(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(line.isEmpty() ? "" : " ").append(asTyped(word));
        }
        return line.toString();
    }

    private static String asTyped(String word) {
        boolean plain = word.matches("[\\p{L}\\p{N}_.@+:=$\\\\/,*?%-]+");
        boolean own = word.equals("|") || word.equals(";") || word.startsWith("{");
        return plain || own ? word : "'" + word.replace("'", "''") + "'";
    }

    private static List<List<Token>> split(List<Token> tokens, char at) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Token.Sign sign && sign.sign() == at) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts;
    }

    private static Invocation invocation(List<Token> tokens) {
        if (!(tokens.getFirst() instanceof Token.Word name)) {
            throw CtlException.usage("A line begins with the name of a cmdlet; Get-Help lists them.");
        }
        List<Argument> arguments = new ArrayList<>();
        List<Value> list = new ArrayList<>();
        boolean goesOn = false;
        for (Token token : tokens.subList(1, tokens.size())) {
            if (token instanceof Token.Sign) {
                if (list.isEmpty() || goesOn) {
                    throw CtlException.usage("A comma stands between two values.");
                }
                goesOn = true;
                continue;
            }
            if (!goesOn) {
                flush(list, arguments);
            }
            if (token instanceof Token.Dash dash) {
                if (goesOn) {
                    throw CtlException.usage("A value is missing before -" + dash.name() + ".");
                }
                arguments.add(new Argument.Named(dash.name(), dash.colon()));
            } else {
                list.add(value(token));
            }
            goesOn = false;
        }
        if (goesOn) {
            throw CtlException.usage("A value is missing behind the last comma.");
        }
        flush(list, arguments);
        return new Invocation(name.text(), List.copyOf(arguments));
    }

    private static void flush(List<Value> list, List<Argument> arguments) {
        if (!list.isEmpty()) {
            arguments.add(
                    new Argument.Plain(list.size() == 1 ? list.getFirst() : new Value.Several(List.copyOf(list))));
            list.clear();
        }
    }

    private static Value value(Token token) {
        return switch (token) {
            case Token.Word word -> word.quoted() ? new Value.Text(word.text()) : bare(word.text());
            case Token.Braces braces -> new Value.Script(braces.text().strip());
            case Token.Dash _, Token.Sign _ -> throw new IllegalStateException("No value");
        };
    }

    /** Without quotes the three constants mean themselves, and another variable is none of ours. */
    static Value bare(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "$true" -> new Value.Bool(true);
            case "$false" -> new Value.Bool(false);
            case "$null" -> new Value.Null();
            default -> {
                if (word.startsWith("$") && !word.startsWith("$_")) {
                    throw CtlException.usage(word + ": there are no variables but $true, $false and $null.");
                }
                yield new Value.Text(word);
            }
        };
    }
}
