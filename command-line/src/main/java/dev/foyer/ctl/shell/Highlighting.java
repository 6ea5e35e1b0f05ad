package dev.foyer.ctl.shell;

import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.parser.Token;
import dev.foyer.ctl.parser.Tokenizer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a line while it is typed: what is a cmdlet, a parameter, a text in quotes; what is no cmdlet yet stays plain. */
final class Highlighting implements Highlighter {

    private static final AttributedStyle CMDLET = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle PARAMETER =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
    private static final AttributedStyle QUOTED = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle SCRIPT = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        AttributedStringBuilder coloured = new AttributedStringBuilder();
        int at = 0;
        boolean first = true;
        try {
            for (Token token : Tokenizer.begun(line)) {
                coloured.append(line, at, token.from());
                coloured.styled(style(token, first), line.substring(token.from(), token.to()));
                at = token.to();
                first = token instanceof Token.Sign sign && sign.sign() != ',';
            }
        } catch (RuntimeException _) {
            // What cannot be read yet is shown as it is.
            return new AttributedString(line);
        }
        return coloured.append(line, at, line.length()).toAttributedString();
    }

    private static AttributedStyle style(Token token, boolean first) {
        return switch (token) {
            case Token.Word word when first && CmdletTable.named(word.text()).isPresent() -> CMDLET;
            case Token.Word word when word.quoted() -> QUOTED;
            case Token.Dash _ -> PARAMETER;
            case Token.Braces _ -> SCRIPT;
            case Token.Word _, Token.Sign _ -> AttributedStyle.DEFAULT;
        };
    }
}
