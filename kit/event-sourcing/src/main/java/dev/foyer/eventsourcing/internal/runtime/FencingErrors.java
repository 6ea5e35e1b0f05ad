package dev.foyer.eventsourcing.internal.runtime;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Tells a fenced producer from other failures. */
final class FencingErrors {

    private FencingErrors() {}

    /** Whether somebody else has opened the log: Kafka says so itself, or as the cause of a later call's failure. */
    static boolean isFence(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ProducerFencedException || each instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }
}
