package dev.foyer.gateway.api;

import java.util.regex.Pattern;

/** What a conference ID looks like (rule C2). */
final class ConferenceIds {

    private static final Pattern FORM = Pattern.compile("[0-9]{7}([0-9]{2})?");

    private ConferenceIds() {}

    /** Whether there can be a meeting of that ID; of others nobody need be asked. */
    static boolean possible(String id) {
        return id != null && FORM.matcher(id).matches();
    }
}
