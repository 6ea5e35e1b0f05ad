package dev.foyer.gateway.index;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Whether the broker answers a consumer at all. A poll does not tell: it returns nothing when there is nothing new, and also
 * when nobody is there. But a fetch is answered after half a second at the latest, and the client counts that.
 */
final class BrokerAnswers {

    private static final String GROUP = "consumer-metrics";
    private static final String NAME = "response-total";

    private final Metric total;
    private Object last;

    /** @throws IllegalStateException when this version of the client does not count answers */
    BrokerAnswers(Consumer<?, ?> consumer) {
        this.total = consumer.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().group().equals(GROUP)
                        && entry.getKey().name().equals(NAME))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no metric " + GROUP + " " + NAME))
                .getValue();
        this.last = total.metricValue();
    }

    boolean cameSinceLastLook() {
        Object now = total.metricValue();
        boolean more = !now.equals(last);
        last = now;
        return more;
    }
}
