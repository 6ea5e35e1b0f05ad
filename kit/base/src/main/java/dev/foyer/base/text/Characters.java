package dev.foyer.base.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Which characters a text has. Of code points, as the Unicode of this Java knows them. */
final class Characters {

    private Characters() {}

    /** Whether it is Unicode at all: a half of a pair of surrogates is no character, and nothing could write it down. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isSurrogate(one)) {
                boolean pair = Character.isHighSurrogate(one)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static String composed(String text) {
        return Normalizer.normalize(text, Form.NFC);
    }

    /** Whether one of them ends a line, moves a cursor, or separates what we write down. */
    static boolean hasControl(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    static boolean hasHidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isHidden(text, i)) {
                return true;
            }
        }
        return false;
    }

    static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isHidden(text, i)) {
                seen.appendCodePoint(text.codePointAt(i));
            }
        }
        return seen.toString();
    }

    /** Whether anything of it would be seen. */
    static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    /**
     * Neither seen itself nor needed by what stands beside it: direction marks, characters without width, fillers. A joiner is
     * needed by scripts that join and by emoji, a variation selector by what it follows.
     */
    private static boolean isHidden(String text, int at) {
        int point = text.codePointAt(at);
        if (point == 0x200C || point == 0x200D) {
            int next = at + 1;
            return at == 0
                    || next == text.length()
                    || !joinsBehind(text.codePointBefore(at))
                    || !joinsBefore(text.codePointAt(next));
        }
        if (isVariationSelector(point)) {
            return at == 0 || !isVisible(text.codePointBefore(at));
        }
        return isHidden(point);
    }

    private static boolean isHidden(int point) {
        return Character.getType(point) == Character.FORMAT && !isNumberSign(point)
                || point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x2065
                || point == 0x2800
                || point == 0x3164
                || point == 0xFFA0
                || point >= 0xFDD0 && point <= 0xFDEF
                || point >= 0xFFF0 && point <= 0xFFF8
                || point >= 0xE0000 && point <= 0xE0FFF
                || (point & 0xFFFE) == 0xFFFE;
    }

    /** Of category Cf, but seen: they stand before or around digits. */
    private static boolean isNumberSign(int point) {
        return point >= 0x0600 && point <= 0x0605
                || point == 0x06DD
                || point == 0x070F
                || point == 0x0890
                || point == 0x0891
                || point == 0x08E2
                || point == 0x110BD
                || point == 0x110CD;
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F
                || point >= 0x180B && point <= 0x180F && point != 0x180E
                || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isHidden(point);
        };
    }

    private static boolean joinsBehind(int point) {
        return isVariationSelector(point)
                || Character.getType(point) == Character.MODIFIER_SYMBOL && point > 0xFFFF // the colour of a skin
                || Character.UnicodeScript.of(point) == Character.UnicodeScript.INHERITED && !isHidden(point)
                || joinsBefore(point);
    }

    private static boolean joinsBefore(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case LATIN, GREEK, CYRILLIC, INHERITED, UNKNOWN -> false;
            case COMMON -> Character.getType(point) == Character.OTHER_SYMBOL;
            default -> isVisible(point) || Character.getType(point) == Character.NON_SPACING_MARK;
        };
    }
}
