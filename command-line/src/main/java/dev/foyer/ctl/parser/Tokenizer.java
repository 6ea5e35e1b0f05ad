package dev.foyer.ctl.parser;

import dev.foyer.ctl.CtlException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into tokens. Single quotes keep all as it is, doubled they are one; double quotes know the backtick and doubled
 * quotes; a backtick takes the next character as it is; {@code #} begins a comment.
 */
public final class Tokenizer {

    private static final String ENDS_A_WORD = "|;,{}";

    private final String line;
    private final boolean lenient;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String line, boolean lenient) {
        this.line = line;
        this.lenient = lenient;
    }

    /** Throws {@link CtlException} when a quote or a brace is not closed. */
    public static List<Token> tokens(String line) {
        return new Tokenizer(line, false).cut();
    }

    /** The same of a line that is still being typed: whatever is not closed goes to its end. */
    public static List<Token> begun(String line) {
        return new Tokenizer(line, true).cut();
    }

    private List<Token> cut() {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c) || c == '`' && at + 1 < line.length() && line.charAt(at + 1) == '\n') {
                at++;
            } else if (c == '#') {
                at = line.indexOf('\n', at) < 0 ? line.length() : line.indexOf('\n', at);
            } else if (c == '|' || c == ';' || c == ',') {
                tokens.add(new Token.Sign(c, at, ++at));
            } else if (c == '{') {
                braces();
            } else if (c == '}') {
                throw CtlException.usage("There is a } without its { at column " + (at + 1) + ".");
            } else if (isDash(c) && at + 1 < line.length() && isNameStart(line.charAt(at + 1))) {
                dash();
            } else {
                word();
            }
        }
        return List.copyOf(tokens);
    }

    /** Hyphens, and the dashes that word processors make of them: lines are copied from documents. */
    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '?' || c == '_';
    }

    private void dash() {
        int from = at++;
        int start = at;
        while (at < line.length()
                && !Character.isWhitespace(line.charAt(at))
                && ":|;,{}\"'".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        String name = line.substring(start, at);
        boolean colon = at < line.length() && line.charAt(at) == ':';
        if (colon) {
            at++;
        }
        tokens.add(new Token.Dash(name, colon, from, at));
    }

    private void word() {
        int from = at;
        boolean quoted = false;
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"' || c == '“' || c == '”' || c == '\'' || c == '‘' || c == '’') {
                quoted = true;
                quote(text, c == '\'' || c == '‘' || c == '’');
            } else if (Character.isWhitespace(c) || ENDS_A_WORD.indexOf(c) >= 0) {
                break;
            } else if (c == '`' && at + 1 < line.length()) {
                text.append(line.charAt(at + 1));
                at += 2;
            } else {
                text.append(c);
                at++;
            }
        }
        tokens.add(new Token.Word(text.toString(), quoted, from, at));
    }

    /** Reads from the quote to its partner; the curly ones of documents count as straight ones. */
    private void quote(StringBuilder text, boolean single) {
        String ends = single ? "'‘’" : "\"“”";
        int opened = at++;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (ends.indexOf(c) >= 0) {
                at++;
                if (at >= line.length() || ends.indexOf(line.charAt(at)) < 0) {
                    return;
                }
            } else if (c == '`' && !single && at + 1 < line.length()) {
                at++;
            }
            text.append(line.charAt(at));
            at++;
        }
        if (!lenient) {
            throw CtlException.usage("The quote at column " + (opened + 1) + " is not closed.");
        }
    }

    private void braces() {
        int opened = at;
        int depth = 0;
        char quote = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                tokens.add(new Token.Braces(line.substring(opened + 1, at), opened, ++at));
                return;
            }
        }
        if (!lenient) {
            throw CtlException.usage("The { at column " + (opened + 1) + " is not closed.");
        }
        tokens.add(new Token.Braces(line.substring(opened + 1), opened, at));
    }
}
