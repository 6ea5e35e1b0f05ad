package dev.foyer.pin.process;

import dev.foyer.pin.domain.campaign.Campaign;
import dev.foyer.pin.domain.campaign.Campaign.Working;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which campaigns have a batch that is begun and not settled, at this instance. Nobody tells us when another instance goes on with one:
 * but whoever has it begins it again after {@link Campaign#PATIENCE}, so one of which nothing was heard for twice as long is not ours any
 * more. Thread-safe.
 */
final class OpenBatches {

    private static final Duration OURS = Campaign.PATIENCE.multipliedBy(2);

    /** When something of it was heard last. */
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    private final LongSupplier nanos;

    /** @param nanos a clock as {@link System#nanoTime()} */
    OpenBatches(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The campaign is now like this. */
    void heard(String campaign, Campaign state) {
        if (state instanceof Working) {
            heard.put(campaign, nanos.getAsLong());
        } else {
            heard.remove(campaign);
        }
    }

    int count() {
        long now = nanos.getAsLong();
        heard.values().removeIf(at -> now - at > OURS.toNanos());
        return heard.size();
    }
}
