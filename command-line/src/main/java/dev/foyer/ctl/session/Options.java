package dev.foyer.ctl.session;

import java.util.Optional;

/**
 * What holds for a whole line, whatever it does.
 *
 * @param profile empty: the current one
 * @param verbose whether requests are shown
 * @param copy whether a PIN goes to the clipboard instead of the screen
 * @param anew whether a line that was broken off begins anew
 */
public record Options(Optional<String> profile, Format format, boolean verbose, boolean copy, boolean anew) {

    /** As nothing was said. */
    public static final Options NONE = new Options(Optional.empty(), Format.VIEW, false, false, false);

    /** How objects are shown. */
    public enum Format {
        /** List or table, as PowerShell chooses. */
        VIEW,
        TABLE,
        LIST,
        JSON,
        CSV,
        /** Nothing at all; no PIN is asked for either. */
        NONE
    }
}
