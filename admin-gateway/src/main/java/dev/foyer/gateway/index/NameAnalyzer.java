package dev.foyer.gateway.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * How names become words, for indexing and for asking alike: what is folded differently is never found. Accents are
 * folded before the case, so that the Turkish capital dotted I becomes a plain i. Thread-safe.
 */
final class NameAnalyzer {

    /** Longer terms would be refused by the index; nobody types them. */
    private static final int LONGEST_TERM = 256;

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
            TokenStream folded = new LowerCaseFilter(new ASCIIFoldingFilter(words));
            return new TokenStreamComponents(words, folded);
        }
    };

    private NameAnalyzer() {}

    /** The words of a text, folded, each once, in order. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        if (text == null) {
            return words;
        }
        try (TokenStream stream = ANALYZER.tokenStream("", Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** One term that sorts as people expect: words folded, the rest left out. */
    static String sortable(String text) {
        return cut(String.join(" ", of(text)));
    }

    /** One term that ignores case, for addresses and names that are looked up whole or by their beginning. */
    static String lower(String text) {
        return cut(text.toLowerCase(Locale.ROOT));
    }

    /** One term as it is. */
    static String cut(String text) {
        return text.length() <= LONGEST_TERM ? text : text.substring(0, LONGEST_TERM);
    }
}
