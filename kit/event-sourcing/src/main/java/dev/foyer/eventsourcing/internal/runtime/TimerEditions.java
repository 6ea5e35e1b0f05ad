package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Timers;
import java.util.function.Consumer;

/** Whose timers may say something else than when they were asked last ({@link Timers#edition}). Confined to the partition's owner. */
final class TimerEditions {

    private final AggregateTypes types;
    /** By the number of the type. */
    private final long[] seen;

    TimerEditions(AggregateTypes types) {
        this.types = types;
        this.seen = new long[types.all().size()];
    }

    /**
     * Gives those types, each again only when its timers change once more, which they may do while they are asked. Who throws is given it
     * again the next time.
     */
    void follow(Consumer<AggregateType<?, ?, ?, ?, ?, ?>> changed) {
        for (int number = 0; number < seen.length; number++) {
            AggregateType<?, ?, ?, ?, ?, ?> type = types.all().get(number);
            long edition = type.timers().edition();
            if (edition != 0 && seen[number] != edition) {
                changed.accept(type);
                seen[number] = edition;
            }
        }
    }
}
