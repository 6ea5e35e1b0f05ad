package dev.foyer.notification.mail.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to one command.
 *
 * @param code of SMTP; 0 when it said nothing that has one
 * @param enhanced the enhanced status code (RFC 3463), or an empty text
 * @param text all lines in one, without the codes; the server's own words
 */
public record Reply(int code, String enhanced, String text) {

    private static final Pattern LINE = Pattern.compile("(?s)([2-5][0-5][0-9])(?:[ -](.*))?");
    private static final Pattern ENHANCED = Pattern.compile("(?s)([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?: .*|$)");

    /** @param lines as they came, without their ends */
    static Reply of(Iterable<String> lines) {
        int code = -1;
        String enhanced = "";
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            boolean known = matcher.matches();
            String words = known ? matcher.group(2) : line;
            if (code < 0) {
                code = known ? Integer.parseInt(matcher.group(1)) : 0;
                Matcher status = ENHANCED.matcher(words == null ? "" : words);
                enhanced = known && status.matches() ? status.group(1) : "";
            }
            text.append(words == null || words.isEmpty() ? "" : " ").append(words == null ? "" : words);
        }
        return new Reply(Math.max(code, 0), enhanced, text.toString().strip());
    }

    boolean positive() {
        return code >= 200 && code < 400;
    }

    /** It took what it was given. */
    boolean done() {
        return code >= 200 && code < 300;
    }

    /** The connection ends here, and with another one it may be otherwise (RFC 5321, 3.8). */
    boolean goodBye() {
        return code == 421;
    }

    /**
     * No later try can help: so says the code, and the enhanced one does not say otherwise. Whatever cannot be understood may
     * pass.
     */
    public boolean permanent() {
        return code >= 500 && (enhanced.isEmpty() || enhanced.startsWith("5."));
    }
}
