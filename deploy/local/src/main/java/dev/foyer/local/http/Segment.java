package dev.foyer.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Set;

/** One segment of a path. Whatever it says, the server reads the same; never another segment, a query or a path. */
public final class Segment {

    private static final Set<String> OTHER_PLACES = Set.of("", ".", "..");

    private Segment() {}

    /** Whether a server of ours takes it at all: what some readers of a path take for something else is refused, also encoded. */
    public static boolean isAddressable(String text) {
        return !OTHER_PLACES.contains(text)
                && text.chars().noneMatch(one -> one == '/' || one == '\\' || Character.isISOControl(one));
    }

    /** @throws IllegalArgumentException when it {@linkplain #isAddressable cannot be} a segment */
    public static String of(String text) {
        if (!isAddressable(text)) {
            throw new IllegalArgumentException("No segment of a path can say this");
        }
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
