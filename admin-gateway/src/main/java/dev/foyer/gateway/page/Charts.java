package dev.foyer.gateway.page;

import dev.foyer.gateway.index.Counts;
import dev.foyer.gateway.index.TenantView;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the curves show: counted from the public events, step by step.
 *
 * @param from seconds since 1970, of the first step
 * @param step seconds
 * @param series by name; {@code null} where there is nothing to divide by
 * @param totals of the same
 */
record Charts(long from, long step, Map<String, Double[]> series, Map<String, Long> totals) {

    /** How long somebody waited, on average; the others are counted. */
    static final String RELEASE = "release";

    private static final Set<String> ADMISSIONS = Set.of("CallerAdmitted", "CallersAdmitted");

    private static final Map<String, String> EVENTS = events();

    private static Map<String, String> events() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("resets", "PinReset");
        all.put("sent", "NotificationSent");
        all.put("failed", "NotificationFailed");
        all.put("held", "NotificationHeld");
        all.put("locks", "PinLocked");
        all.put("waited", "CallerWaiting");
        return all;
    }

    static Charts of(TenantView tenant, ChartRange range, Instant now) {
        Instant from = range.from(now);
        Map<String, Double[]> series = new LinkedHashMap<>();
        Map<String, Long> totals = new LinkedHashMap<>();
        EVENTS.forEach((name, type) -> {
            Counts counts = tenant.counts(new Counts.Wanted(Set.of(type), from, range.step(), range.steps()));
            series.put(
                    name,
                    Arrays.stream(counts.events()).mapToObj(one -> (double) one).toArray(Double[]::new));
            totals.put(name, counts.total());
        });
        Counts admitted = tenant.counts(new Counts.Wanted(ADMISSIONS, from, range.step(), range.steps()));
        series.put(RELEASE, averages(admitted));
        totals.put(RELEASE, average(sum(admitted.waitedMillis()), sum(admitted.released())));
        return new Charts(from.getEpochSecond(), range.step().toSeconds(), series, totals);
    }

    /** Nothing is none. */
    public long total(String name) {
        return totals.get(name) == null ? 0 : totals.get(name);
    }

    /** Whether anybody did. */
    public boolean waited() {
        return totals.get(RELEASE) != null;
    }

    private static Double[] averages(Counts admitted) {
        Double[] all = new Double[admitted.released().length];
        for (int i = 0; i < all.length; i++) {
            long callers = admitted.released()[i];
            all[i] = callers == 0 ? null : admitted.waitedMillis()[i] / 1_000.0 / callers;
        }
        return all;
    }

    /** @return {@code null} of nobody */
    private static Long average(long millis, long callers) {
        return callers == 0 ? null : Math.round(millis / 1_000.0 / callers);
    }

    private static long sum(long[] all) {
        return Arrays.stream(all).sum();
    }
}
