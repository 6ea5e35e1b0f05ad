package dev.foyer.ctl.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Our own parser reads lines; JLine only needs to know what stands before the cursor. */
final class WholeLine implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int from = cursor;
        while (from > 0 && " |;{,".indexOf(line.charAt(from - 1)) < 0) {
            from--;
        }
        return new Parsed(line, cursor, line.substring(from, cursor));
    }

    private record Parsed(String line, int cursor, String word) implements CompletingParsedLine {

        /** What we offer can be typed as it is. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
