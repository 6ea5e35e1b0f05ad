package dev.foyer.gateway.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody typed to find users, taken apart: words, and words that say where they are to be looked for, as in {@code
 * mail:amos} or {@code name:"Amos Marble"}. Each must fit. A word is a beginning; with stars it is whatever the stars leave
 * open; in quotation marks it is the whole.
 *
 * @param rest what says nothing of where, as it was typed: a number may have spaces in it; {@code null}: nothing
 */
record TypedSearch(String rest, List<Part> parts) {

    /** More words make no search better, only dearer. */
    static final int MOST_PARTS = 10;
    /** More make it dearer than anybody's typing is worth. */
    static final int MOST_STARS = 4;

    private static final char QUOTE = '"';
    private static final char STAR = '*';

    /** Where a part is looked for. */
    enum Where {
        /** Names, addresses, user ids and conference IDs alike. */
        ANY,
        NAME,
        CONF,
        TEL,
        MAIL,
        LOCKED
    }

    /** How a part fits. */
    enum Fit {
        BEGINS,
        STARS,
        WHOLE
    }

    /** @param text without quotation marks, with its stars */
    record Part(Where where, Fit fit, String text) {}

    /** @throws SearchRefused when it can mean nothing; it says why */
    static TypedSearch of(String typed) {
        List<Part> parts = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String piece : pieces(typed)) {
            Part part = part(piece);
            if (part.where() == Where.ANY && part.fit() == Fit.BEGINS) {
                plain.add(piece);
            } else {
                parts.add(part);
            }
        }
        return new TypedSearch(plain.isEmpty() ? null : String.join(" ", plain), List.copyOf(parts));
    }

    /** Cut at white space, but not within quotation marks. */
    private static List<String> pieces(String typed) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (char c : typed.toCharArray()) {
            quoted ^= c == QUOTE;
            if (Character.isWhitespace(c) && !quoted) {
                end(piece, pieces);
            } else {
                piece.append(c);
            }
        }
        end(piece, pieces);
        if (pieces.size() > MOST_PARTS) {
            throw new SearchRefused(SearchRefused.Why.WORDS); // without some of them more would be found
        }
        return pieces;
    }

    private static void end(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    private static Part part(String piece) {
        Where where = where(piece);
        String text = where == Where.ANY ? piece : piece.substring(piece.indexOf(':') + 1);
        if (where == Where.LOCKED) {
            return new Part(where, Fit.WHOLE, locked(text));
        }
        if (isWhole(text)) {
            return new Part(
                    where, Fit.WHOLE, text.substring(1, text.length() - 1).strip());
        }
        if (where != Where.ANY && text.startsWith(String.valueOf(QUOTE))) {
            text = text.substring(1); // its end is still to be typed
        }
        long stars = text.chars().filter(c -> c == STAR).count();
        if (stars > MOST_STARS) {
            throw new SearchRefused(SearchRefused.Why.STARS);
        }
        if (where == Where.TEL
                && NameAnalyzer.typedNumber(text.replace("*", "")).isEmpty()) {
            throw new SearchRefused(SearchRefused.Why.TELEPHONE);
        }
        return new Part(where, stars > 0 ? Fit.STARS : Fit.BEGINS, text);
    }

    private static Where where(String piece) {
        int colon = piece.indexOf(':');
        String name = colon < 0 ? "" : piece.substring(0, colon);
        return Stream.of(Where.NAME, Where.CONF, Where.TEL, Where.MAIL, Where.LOCKED)
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Where.ANY);
    }

    private static boolean isWhole(String text) {
        return text.length() > 2 && text.charAt(0) == QUOTE && text.charAt(text.length() - 1) == QUOTE;
    }

    /** Also before it is typed to its end. */
    private static String locked(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if ("no".startsWith(lower) && !lower.isEmpty()) {
            return "no";
        }
        if ("yes".startsWith(lower)) {
            return "yes";
        }
        throw new SearchRefused(SearchRefused.Why.LOCKED);
    }
}
