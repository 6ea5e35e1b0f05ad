package dev.foyer.eventsourcing.internal.runtime;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Tells apart what a producer's failure means for its owner. Of all others the outcome is in doubt. */
final class CommitErrors {

    private CommitErrors() {}

    /** Whether another owner has opened the log: Kafka says so itself, or as the cause of a later call's failure. */
    static boolean isFence(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ProducerFencedException || each instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the broker will never take the record: it is too large, or by a clock that is far ahead of the broker's. */
    static boolean isRejection(Throwable failure) {
        return rejects(failure) || rejects(failure.getCause());
    }

    /** Whether it is because of our clock. */
    static boolean isClockAhead(Throwable failure) {
        return failure instanceof InvalidTimestampException || failure.getCause() instanceof InvalidTimestampException;
    }

    private static boolean rejects(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof InvalidTimestampException;
    }
}
