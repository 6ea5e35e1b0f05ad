package dev.foyer.base;

import java.util.regex.Pattern;

/** What joins all that follows from one request. Callers may bring one; it goes on into headers, events and logs. */
public final class CorrelationId {

    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private CorrelationId() {}

    /** What was said, or {@code null} when it is none: nobody's command fails because of it. The same rule at every door. */
    public static String orNull(String said) {
        return said != null && DECENT.matcher(said).matches() ? said : null;
    }
}
