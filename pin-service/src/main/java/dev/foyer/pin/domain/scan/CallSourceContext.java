package dev.foyer.pin.domain.scan;

import java.time.Instant;

/** What one decision may know of the world. */
public record CallSourceContext(SourceKind kind, Instant now) {

    /** Of calls without a number misses go on during a wait: they count, but it ends when it was to end. */
    Misses next(Misses before, Limit limit, int right) {
        Misses next = before.plusOne(limit, right, now);
        return goesOn(before) ? next.waiting(before.until()) : next;
    }

    /** One wait is told once, however many misses there are in it. */
    boolean isNews(Misses before, Limit limit, Misses next) {
        return !goesOn(before) && limit.isReported(next.level());
    }

    private boolean goesOn(Misses before) {
        return kind == SourceKind.WITHHELD && before.until() != null && now.isBefore(before.until());
    }
}
