package dev.foyer.ctl.parser;

import dev.foyer.ctl.CtlException;
import java.util.ArrayList;
import java.util.List;

/** A line as plain words, for the commands that are no cmdlets. */
public final class Words {

    private Words() {}

    /** What stands together is one word. */
    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int end = -1;
        for (Token token : Tokenizer.tokens(line)) {
            if (token instanceof Token.Sign sign && sign.sign() != ',') {
                throw CtlException.usage(
                        "A " + sign.sign() + " stands between cmdlets only; give this command a line of its own.");
            }
            String text = switch (token) {
                case Token.Word word -> word.text();
                case Token.Dash dash -> "-" + dash.name() + (dash.colon() ? ":" : "");
                case Token.Braces braces -> "{" + braces.text() + "}";
                case Token.Sign _ -> ",";
            };
            if (token.from() == end && !words.isEmpty()) {
                words.set(words.size() - 1, words.getLast() + text);
            } else {
                words.add(text);
            }
            end = token.to();
        }
        return words;
    }
}
