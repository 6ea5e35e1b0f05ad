package dev.foyer.base;

import java.util.regex.Pattern;

/** The header {@code traceparent} of W3C Trace Context: version, trace, parent and flags, in lower-case hexadecimal. */
public final class TraceParent {

    /** Its name over HTTP and in Kafka; as an extension of CloudEvents it has the same. */
    public static final String HEADER = "traceparent";

    private static final Pattern VERSION_0 =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** What was said, or {@code null} when it is none: nobody's command fails because of its trace. */
    public static String orNull(String said) {
        return said != null && VERSION_0.matcher(said).matches() ? said : null;
    }
}
