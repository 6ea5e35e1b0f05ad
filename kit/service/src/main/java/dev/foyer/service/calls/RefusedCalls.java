package dev.foyer.service.calls;

import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts calls that were not believed, as {@code foyer.calls.refused} by what was wrong. Thread-safe. */
public final class RefusedCalls {

    /** The account may not ask this. */
    public static final String ROLE = "role";

    /** A reaction without the signed record that makes it. */
    public static final String ORIGIN = "origin";

    /** No instance of ours sent it. */
    public static final String INSTANCE = "instance";

    private final CountedWords counted;

    public RefusedCalls(MeterRegistry metrics) {
        counted = CountedWords.of(
                metrics,
                "foyer.calls.refused",
                "Calls that were not believed, by what was wrong",
                "reason",
                Stream.concat(
                                Stream.of(CallRefused.Reason.values()).map(RefusedCalls::word),
                                Stream.of(ROLE, ORIGIN, INSTANCE))
                        .toList());
    }

    /** @param reason one of ours */
    public void count(String reason) {
        counted.count(reason);
    }

    /** What was wrong with a token. */
    public void count(CallRefused.Reason reason) {
        counted.count(word(reason));
    }

    private static String word(CallRefused.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
