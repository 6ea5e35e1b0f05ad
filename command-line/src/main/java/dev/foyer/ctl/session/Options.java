package dev.foyer.ctl.session;

import java.util.Optional;

/**
 * What holds for a whole line, whatever it does.
 *
 * @param profile empty: the current one
 * @param verbose whether requests are shown
 * @param copy whether a PIN goes to the clipboard instead of the screen
 * @param anew whether a line that was broken off begins anew
 * @param reason why, for what the tenant wants a reason; empty: it is not said
 * @param tenant of which tenant, for who is of none; empty: one's own
 */
public record Options(
        Optional<String> profile,
        Format format,
        boolean verbose,
        boolean copy,
        boolean anew,
        Optional<String> reason,
        Optional<String> tenant) {

    /** As nothing was said. */
    public static final Options NONE =
            new Options(Optional.empty(), Format.VIEW, false, false, false, Optional.empty(), Optional.empty());

    /** With that profile. */
    public Options withProfile(String name) {
        return new Options(Optional.of(name), format, verbose, copy, anew, reason, tenant);
    }

    /** Shown so. */
    public Options shownAs(Format other) {
        return new Options(profile, other, verbose, copy, anew, reason, tenant);
    }

    /** Showing requests. */
    public Options showingRequests() {
        return new Options(profile, format, true, copy, anew, reason, tenant);
    }

    /** With PINs going to the clipboard. */
    public Options copying() {
        return new Options(profile, format, verbose, true, anew, reason, tenant);
    }

    /** Beginning anew. */
    public Options beginningAnew() {
        return new Options(profile, format, verbose, copy, true, reason, tenant);
    }

    /** For that reason. */
    public Options because(String why) {
        return new Options(profile, format, verbose, copy, anew, Optional.of(why), tenant);
    }

    /** Of that tenant. */
    public Options of(String name) {
        return new Options(profile, format, verbose, copy, anew, reason, Optional.of(name));
    }

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
