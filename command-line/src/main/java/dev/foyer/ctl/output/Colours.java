package dev.foyer.ctl.output;

import dev.foyer.ctl.session.Console;

/** As PowerShell colours its views; without a terminal there are none. */
final class Colours {

    private static final String GREEN = "\u001b[32;1m";
    private static final String PLAIN = "\u001b[0m";

    private Colours() {}

    static String head(Console console, String text) {
        return console.colours() ? GREEN + text + PLAIN : text;
    }
}
