package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.Term;

/**
 * Entries that were folded and that no searcher shows yet, by id and by what they are looked up by: real-time reads
 * without a refresh (the two generations are those of Lucene's {@code LiveFieldValues}). A reader takes one
 * {@link #view} first and the searcher after it, so that an entry is in one of them whenever a refresh ends.
 *
 * <p>Thread-safe: one thread adds, one freezes and forgets, any may read.
 */
final class RecentEntries {

    /** What was added between two refreshes. */
    static final class Generation {
        private final Map<String, Optional<Entry>> byId = new ConcurrentHashMap<>();
        private final Map<Term, Set<String>> idsByTerm = new ConcurrentHashMap<>();
        private final List<HistoryEntry> history = new ArrayList<>();
        private Map<TopicPartition, Long> positions;
        private boolean readAgain;

        private Generation(Map<TopicPartition, Long> positions) {
            this.positions = positions;
        }

        /** Each entry as it was last; empty when there is none any more. Read when the generation is frozen. */
        Map<String, Optional<Entry>> entries() {
            return byId;
        }

        /** Read when the generation is frozen. */
        List<HistoryEntry> history() {
            return history;
        }

        /** Whether some of it may be in the index already. Read when the generation is frozen. */
        boolean readAgain() {
            return readAgain;
        }

        /** Of the next record of each partition, as of the last batch. Read when the generation is frozen. */
        Map<TopicPartition, Long> positions() {
            return positions;
        }
    }

    /**
     * Both generations as of a moment; goes on showing what is added to the current one.
     *
     * @param frozen {@code null} while no refresh is under way
     */
    record View(Generation current, Generation frozen) {

        /** Empty: nothing recent, ask a searcher. An empty one inside: removed. */
        Optional<Optional<Entry>> byId(String id) {
            Optional<Entry> newest = current.byId.get(id);
            return Optional.ofNullable(newest != null || frozen == null ? newest : frozen.byId.get(id));
        }

        /** Whatever got this term or had it at some time; whether it still has it says {@link #byId}. */
        Set<String> idsOf(Term term) {
            Set<String> ids = new HashSet<>(current.idsByTerm.getOrDefault(term, Set.of()));
            if (frozen != null) {
                ids.addAll(frozen.idsByTerm.getOrDefault(term, Set.of()));
            }
            return ids;
        }
    }

    /** What is asked of one unchanging state. */
    @FunctionalInterface
    interface Reading<T> {
        T of(View view) throws IOException;
    }

    /** Each time but for masses it is quiet enough at once. */
    private static final int TRIES = 3;

    private volatile View view;
    /** Another number after each change; odd while there is one. */
    private final AtomicLong moment = new AtomicLong();

    /** @param positions what the index stands for, before anything is recent */
    RecentEntries(Map<TopicPartition, Long> positions) {
        view = new View(new Generation(positions), null);
    }

    View view() {
        return view;
    }

    /**
     * For questions about several entries, or about these and a searcher: nothing is added, frozen or forgotten while it is asked. What came in one batch, such as
     * two who change names, is seen whole.
     */
    <T> T still(Reading<T> reading) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            long before = moment.get();
            T read = reading.of(view);
            if (before % 2 == 0 && before == moment.get()) {
                return read;
            }
        }
        synchronized (this) {
            return reading.of(view);
        }
    }

    /** @return how many are in the current generation now */
    synchronized int add(Folded batch) {
        moment.incrementAndGet();
        try {
            return put(batch, view.current);
        } finally {
            moment.incrementAndGet();
        }
    }

    private static int put(Folded batch, Generation current) {
        // Terms before entries: who finds the entry by its id finds it by its name, too.
        batch.entries()
                .forEach((id, entry) -> entry.ifPresent(present -> terms(batch, id, present)
                        .forEach(term -> current.idsByTerm
                                .computeIfAbsent(term, _ -> ConcurrentHashMap.newKeySet())
                                .add(id))));
        current.byId.putAll(batch.entries());
        current.history.addAll(batch.history());
        current.positions = batch.positions();
        current.readAgain |= batch.readAgain();
        return current.byId.size() + current.history.size();
    }

    /** Of a meeting only those that are new to it: its others are in the index, or in a generation before. */
    private static Collection<Term> terms(Folded batch, String id, Entry entry) {
        return entry instanceof MeetingEntry ? batch.calls().getOrDefault(id, Set.of()) : Lookups.of(entry);
    }

    /** Begins a new generation. @return the one until now, for the index; it goes on being read until {@link #forget} */
    synchronized Generation freeze() {
        moment.addAndGet(2);
        view = new View(new Generation(view.current.positions), view.current);
        return view.frozen;
    }

    /** The frozen generation is shown by searchers now. */
    synchronized void forget() {
        moment.addAndGet(2);
        view = new View(view.current, null);
    }
}
