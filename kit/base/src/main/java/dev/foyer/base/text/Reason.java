package dev.foyer.base.text;

import java.util.regex.Pattern;

/** Why somebody wants something (rule G3). It stands in events for ever, so it must be no place for a PIN. */
public final class Reason {

    /**
     * A word that could be a PIN: 4 to 12 digits and nothing else, also where somebody parts them. Tickets are mostly called
     * {@code INC-4711}: letters and a dash right before them make digits a name, unless the letters say that it is a PIN.
     */
    private static final Pattern LIKE_A_PIN =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?<!\\p{L}{2}[-_#/])|(?<=(?i:pin|code|codice)[-_#/]))"
                    + "\\p{Nd}(?:[ .-]?\\p{Nd}){3,11}(?![\\p{L}\\p{N}])");

    /**
     * Digits of which everybody sees what they are: dates, telephone numbers with their country, and numbers of tickets behind a word
     * that says so.
     */
    private static final String PLAIN = String.join(
            "|",
            "(?<![\\p{N}.-])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![\\p{N}.-])",
            "(?<![\\p{N}.-])(?:0?[1-9]|[12][0-9]|3[01])([./])(?:0?[1-9]|1[0-2])\\1(?:19|20)[0-9]{2}(?![\\p{N}.-])",
            "(?<![\\p{L}\\p{N}])\\+[1-9](?:[ ./()-]{0,2}[0-9]){6,14}(?!\\p{N})",
            "(?<!\\p{L})(?i:tickets?|incident|inc|req|chg|segnalazione)[ .:]{1,2}#?[0-9]{1,12}(?!\\p{N})");

    /** Numbers of something else where nobody speaks of a PIN: {@code #48213}, {@code case 48213}. */
    private static final String NUMBERED = "|(?:(?<!\\p{L})(?i:case|caso)[ .:]{1,2}#?|#)[0-9]{1,12}(?!\\p{N})";

    private static final Pattern BESIDE_A_PIN = Pattern.compile(PLAIN);
    private static final Pattern ELSEWHERE = Pattern.compile(PLAIN + NUMBERED);

    private static final Pattern SPEAKS_OF_A_PIN =
            Pattern.compile("(?<!\\p{L})(?:pins?|codes?|codic[ei]|passcodes?)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    private Reason() {}

    /**
     * The reason in its one form.
     *
     * @param pattern what has to stand in it; {@code null}: anything will do
     * @throws TextRefused that says what is wrong with it, and quotes nothing of it
     */
    public static String of(String text, ReasonPattern pattern) {
        String reason = TextKind.LINE.of(text);
        if (pattern != null && !pattern.isIn(reason)) {
            throw new TextRefused("reason-mismatch", "must hold what reasonPattern of your settings asks for");
        }
        String rest = pattern == null ? reason : pattern.without(reason);
        Pattern plain = SPEAKS_OF_A_PIN.matcher(rest).find() ? BESIDE_A_PIN : ELSEWHERE;
        if (LIKE_A_PIN.matcher(plain.matcher(rest).replaceAll("#")).find()) {
            throw new TextRefused(
                    "reason-like-a-pin",
                    "must not hold 4 to 12 digits that stand alone, because they could be a PIN; write a ticket's number with"
                            + " letters before it (INC-4711, ticket 4711), or have reasonPattern describe it");
        }
        return reason;
    }
}
