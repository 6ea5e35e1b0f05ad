package dev.foyer.service.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which bodies the addresses below a path take; where no rule is, none. A bean for each.
 *
 * @param root the path itself and all below it; of several rules the longest counts
 * @param types media types without parameters, in lower case
 * @param large whether they may be as long as {@code quarkus.http.limits.max-body-size} says; of others {@link #USUAL} is the limit
 */
public record BodyRule(String root, Set<String> types, boolean large) {

    /** How many bytes are enough for whatever is about one thing. */
    public static final int USUAL = 64 * 1024;

    /** What programs send us. */
    public static final Set<String> JSON = Set.of("application/json", "application/merge-patch+json");
    /** What a form of a page sends. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** JSON is UTF-8 whatever is said, and an encoded form the same in all that contain ASCII; clients say what they say. */
    private static final Set<String> CHARSETS = Set.of("utf-8", "iso-8859-1", "us-ascii");

    /** Of bodies of the usual length. */
    public BodyRule(String root, Set<String> types) {
        this(root, types, false);
    }

    boolean concerns(String path) {
        return path.equals(root) || path.startsWith(root.endsWith("/") ? root : root + "/");
    }

    /** Whether a body of this content type is one of ours; text of other kinds of characters is not. */
    boolean takes(String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        return types.contains(parts[0].strip())
                && charset(parts).map(CHARSETS::contains).orElse(true);
    }

    private static Optional<String> charset(String... parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.startsWith("charset=")) {
                return Optional.of(part.substring("charset=".length()).replace("\"", ""));
            }
        }
        return Optional.empty();
    }
}
