package dev.foyer.ctl.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;

/** Any text in a header: Java's client writes ASCII there and nothing else, so the rest goes as RFC 8187 writes it. */
final class HeaderText {

    private static final String EXTENDED = "UTF-8'";

    private HeaderText() {}

    static String of(String text) {
        boolean plain = text.chars().allMatch(one -> one >= ' ' && one < 0x7F)
                && !text.toUpperCase(Locale.ROOT).startsWith(EXTENDED);
        if (plain) {
            return text;
        }
        return EXTENDED + "'"
                + URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
