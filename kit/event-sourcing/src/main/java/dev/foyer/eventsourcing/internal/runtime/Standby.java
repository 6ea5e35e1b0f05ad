package dev.foyer.eventsourcing.internal.runtime;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tails the journal of a partition that another instance owns, so that a takeover has nothing to read but the last few
 * records. It never decides, answers or writes.
 */
final class Standby {

    private static final Logger LOG = Logger.getLogger(Standby.class);
    private static final long BACKOFF_MILLIS = 1_000;
    /** Of what is over, as the next owner must remove their snapshots, if the present one has not done so. */
    private static final int MOST_OVER = 20_000;
    /** At least between two times of beginning anew. */
    private static final Duration ANEW = Duration.ofMinutes(10);

    private final Partition partition;
    private final Thread thread;
    private volatile boolean stopping;
    /** Being read, so that {@link #stop} can end a wait for records. */
    private volatile JournalReader reading;
    /** Only of the standby's thread. */
    private long loadedAt = System.nanoTime();

    /** What is folded so far; certain at any time between two records. */
    private volatile PartitionState state;

    /** @param known what is known of the log already */
    Standby(Partition partition, Optional<PartitionState> known) {
        this.partition = partition;
        this.state = known.orElse(null);
        this.thread = Thread.ofPlatform().name(partition.thread("standby")).start(this::run);
    }

    /** Stops; returns what is known of the log. */
    Optional<PartitionState> stop() {
        stopping = true;
        JournalReader now = reading;
        if (now != null) {
            now.wakeUp();
        }
        Threads.joinFully(thread);
        return Optional.ofNullable(state).filter(PartitionState::isLoaded);
    }

    private void run() {
        while (!stopping) {
            try {
                tail();
            } catch (BrokenJournal e) {
                LOG.error(e.getMessage() + ". The standby is stopped.", e);
                state = null;
                return;
            } catch (NewerFormat e) {
                // As in the middle of an upgrade: the owner is newer, and this one will not be asked.
                LOG.warnf("%s. The standby is stopped.", e.getMessage());
                state = null;
                return;
            } catch (BrokenSnapshot e) {
                LOG.errorf("Standby of %s: %s; folding the whole journal instead.", partition, e.getMessage());
                state = partition.empty();
            } catch (RuntimeException e) {
                LOG.warnf("Standby of %s: %s; trying again.", partition, e);
                Threads.pause(BACKOFF_MILLIS);
            }
        }
    }

    private void tail() {
        if (state == null || knowsTooMany()) {
            state = partition.load(() -> stopping);
            loadedAt = System.nanoTime();
        }
        try (JournalReader reader = new JournalReader(partition, "standby")) {
            reading = reader;
            reader.tail(state, () -> stopping || knowsTooMany());
        } finally {
            reading = null;
        }
    }

    /** Their snapshots have gone with the owner's last mark, or go with its next. Where there are no snapshots this ends nothing. */
    private boolean knowsTooMany() {
        return partition.settings().snapshots().isPresent()
                && state.ended().count() >= MOST_OVER
                && System.nanoTime() - loadedAt >= ANEW.toNanos();
    }
}
