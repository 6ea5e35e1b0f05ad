package dev.foyer.gateway.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * How names become words, for indexing and for asking alike: what is folded differently is never found. Folded is what
 * Unicode's report 30 says, in every script: marks, case, width and the forms of a letter. Thread-safe.
 */
final class NameAnalyzer {

    /** Longer terms would be refused by the index; nobody types them. */
    static final int LONGEST_TERM = 256;

    /** Of a term that is no beginning; Lucene takes 32,766 bytes. */
    private static final int LONGEST_WHOLE = 4_000;

    /** Of a phone number: fewer are everywhere. */
    private static final int FEWEST_DIGITS = 4;

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ‘`´]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()./\\u00a0\\u2010-\\u2013-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private NameAnalyzer() {}

    /** The words of a text, folded, each once, in order. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        if (text == null) {
            return words;
        }
        String folded = ICUFoldingFilter.NORMALIZER.normalize(text);
        StringBuilder word = new StringBuilder();
        folded.codePoints().forEach(character -> {
            if (isPartOfWord(character)) {
                word.appendCodePoint(character);
            } else {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, Set<String> words) {
        if (!word.isEmpty()) {
            words.add(cut(word.toString()));
            word.setLength(0);
        }
    }

    /** Marks that folding leaves belong to their letter, such as the vowels of Indian scripts. */
    private static boolean isPartOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    /**
     * What a name is found by, by their beginnings: its words, and in scripts that write no spaces whatever is within them,
     * because nobody knows there where a given name begins. An apostrophe may be typed or not.
     */
    static Set<String> parts(String text) {
        Set<String> parts = new LinkedHashSet<>();
        if (text == null) {
            return parts;
        }
        Set<String> words = of(text);
        words.addAll(of(APOSTROPHES.matcher(text).replaceAll("")));
        for (String word : words) {
            parts.add(word);
            for (int i = 1; i < word.length(); i++) {
                if (writesNoSpaces(word.codePointAt(i)) && !Character.isLowSurrogate(word.charAt(i))) {
                    parts.add(word.substring(i));
                }
            }
        }
        return parts;
    }

    private static boolean writesNoSpaces(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** The digits of a phone number, and what is left of them without their beginnings: people leave prefixes out. */
    static List<String> numberParts(String number) {
        String digits = digits(number);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= digits.length() - FEWEST_DIGITS; i++) {
            parts.add(digits.substring(i));
        }
        return parts;
    }

    /**
     * What somebody typed as a phone number, however they group it: digits, with a plus or two zeros before the country or
     * without.
     *
     * @return empty when it is none
     */
    static String typedNumber(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            return "";
        }
        String digits = digits(text);
        String number = digits.startsWith("00") ? digits.substring(2) : digits;
        return number.length() < FEWEST_DIGITS ? "" : number;
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
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

    /** One term for all of it, so that two that only begin alike are two; no text is too long for the index. */
    static String whole(String text) {
        return text.length() <= LONGEST_WHOLE ? text : cut(text) + '#' + Digest.of(text);
    }
}
