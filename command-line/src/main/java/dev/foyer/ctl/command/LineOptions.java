package dev.foyer.ctl.command;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.parser.Token;
import dev.foyer.ctl.parser.Tokenizer;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Options.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The options that every line may have, wherever they stand in it.
 *
 * @param line what is left
 */
public record LineOptions(Options options, String line) {

    private static final Set<String> TAKING = Set.of("-o", "--output", "--profile", "--reason", "--tenant");

    /** What Java has for bytes of an argument that it could not read. */
    private static final char UNREADABLE = '\uFFFD';

    /** Takes them out of a line; {@code before} says what holds when the line says nothing. */
    public static LineOptions of(String line, Options before) {
        Options options = before;
        StringBuilder left = new StringBuilder();
        int kept = 0;
        List<Token> tokens = Tokenizer.tokens(line);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String name = name(token);
            String value = name.contains("=") ? name.substring(name.indexOf('=') + 1) : null;
            name = name.replaceAll("=.*", "");
            int to = token.to();
            boolean takes = TAKING.contains(name);
            if (takes && value == null) {
                if (i + 1 >= tokens.size() || !(tokens.get(i + 1) instanceof Token.Word word)) {
                    throw CtlException.usage(name + " needs a value.");
                }
                value = word.text();
                to = word.to();
                i++;
            }
            Optional<Options> more = with(options, name, value);
            if (more.isPresent()) {
                options = more.get();
                left.append(line, kept, token.from());
                kept = to;
            }
        }
        return new LineOptions(
                options, left.append(line.substring(kept)).toString().strip());
    }

    private static String name(Token token) {
        return switch (token) {
            case Token.Word(String text, boolean quoted, int _, int _) when !quoted && text.startsWith("--") -> text;
            case Token.Dash dash when dash.name().equals("o") -> "-o";
            default -> "";
        };
    }

    private static Optional<Options> with(Options is, String name, String value) {
        return switch (name) {
            case "-o", "--output" -> Optional.of(is.shownAs(format(value)));
            case "--profile" -> Optional.of(is.withProfile(value));
            case "--reason" -> Optional.of(is.because(reason(value)));
            case "--tenant" -> Optional.of(is.of(tenant(value)));
            case "--verbose" -> Optional.of(is.showingRequests());
            case "--copy" -> Optional.of(is.copying());
            case "--new-run" -> Optional.of(is.beginningAnew());
            default -> Optional.empty();
        };
    }

    private static String tenant(String value) {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw CtlException.usage("--tenant takes a tenant's name, such as contoso.com.");
        }
        return value;
    }

    private static String reason(String value) {
        if (value.isBlank() || value.chars().anyMatch(one -> Character.isISOControl(one) || one == UNREADABLE)) {
            throw CtlException.usage(
                    "--reason takes some words in one line; letters that cannot be read here need a UTF-8 locale.");
        }
        return value;
    }

    private static Format format(String value) {
        try {
            return Format.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw CtlException.usage(
                    "-o takes json, csv, table, list or none, and \"" + value + "\" is none of these.");
        }
    }
}
