package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.StoredFormat;
import dev.foyer.eventsourcing.internal.runtime.JournalEntry.InternedNames;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Serialized;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * All aggregates of one partition, and how far the journal is folded into them. Confined to one thread at a time: the
 * owner's, or the standby's that hands it to the owner.
 */
final class PartitionState {

    private static final Logger LOG = Logger.getLogger(PartitionState.class);
    private static final int MOST_EXPECTED = 4_000_000;

    private final AggregateTypes types;
    private final LivingCounts living;

    private final InternedNames names = new InternedNames();
    private final FormatGuard formats;
    private Map<String, StateEntry> entries = new HashMap<>();
    private final DueTimes dueTimes = new DueTimes();
    private final TimerEditions editions;
    private final Unsaved unsaved = new Unsaved();
    private final EndedLives ended = new EndedLives();

    /** Keys that {@link #replay} has changed since {@link #takeReplayed} was first called. */
    private List<String> replayed;

    private final CollectedAnswers answered = new CollectedAnswers();

    private long position;

    /** @param format of this program */
    PartitionState(Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types, StoredFormat format) {
        this.types = new AggregateTypes(types);
        this.living = new LivingCounts(this.types);
        this.editions = new TimerEditions(this.types);
        this.formats = new FormatGuard(format);
    }

    /**
     * From here on {@link #replay} collects the answers of all commands that it meets: a batch in doubt may hold more
     * commands for one aggregate than the aggregate remembers.
     */
    void collectAnswers() {
        answered.begin();
    }

    /** What the log answered a command with, as far back as was collected or is remembered. */
    Optional<StoredAnswer> answerTo(String key, String commandId) {
        StoredAnswer collected = answered.find(key, commandId);
        if (collected != null) {
            return Optional.of(collected);
        }
        Aggregate<?> aggregate = get(key);
        return aggregate == null ? Optional.empty() : aggregate.recent().find(commandId);
    }

    /** No command is in doubt any more. */
    void dropCollectedAnswers() {
        answered.end();
    }

    /** {@code null} for an aggregate that nobody has heard of. */
    Aggregate<?> get(String key) {
        return switch (entries.get(key)) {
            case null -> null;
            case Aggregate<?> aggregate -> aggregate;
            case Serialized serialized -> {
                Aggregate<?> aggregate = SnapshotRecord.deserialize(typeOf(key), serialized);
                entries.put(key, aggregate);
                yield aggregate;
            }
        };
    }

    /** An aggregate of this type, perhaps a fresh one. */
    @SuppressWarnings("unchecked") // the key's prefix is the type
    <S> Aggregate<S> of(AggregateType<S, ?, ?, ?, ?, ?> type, String key) {
        Aggregate<?> known = get(key);
        return known == null ? Aggregate.fresh(type) : (Aggregate<S>) known;
    }

    /** The same for a command, whose events may be its first. */
    <S> Aggregate<S> of(AggregateType<S, ?, ?, ?, ?, ?> type, String key, Instant now) {
        Aggregate<S> known = of(type, key);
        return known.sequence() == 0 ? Aggregate.fresh(type, now, ended.lastEnd()) : known;
    }

    /** As it is in memory, perhaps serialized; for {@link #restore}. */
    StateEntry entry(String key) {
        return entries.get(key);
    }

    /** A changed aggregate; one that is over is not kept. */
    void put(String key, Aggregate<?> aggregate) {
        put(key, entries.get(key), aggregate);
    }

    private void put(String key, StateEntry before, Aggregate<?> aggregate) {
        unsaved.changed();
        if (aggregate.isOver()) {
            restore(key, null);
            ended.ended(key, aggregate.sequence());
            return;
        }
        entries.put(key, aggregate);
        living.changed(key, before, aggregate);
        dueTimes.changed(key, before, aggregate);
        if (before == null || before.saved()) {
            unsaved.add(key);
        }
    }

    /** Takes a change back; {@code null} when there was nothing before. */
    void restore(String key, StateEntry before) {
        StateEntry undone = before == null ? entries.remove(key) : entries.put(key, before);
        living.changed(key, undone, before);
        dueTimes.changed(key, undone, before);
    }

    /** How many aggregates of each type there are. */
    Map<String, Integer> living() {
        return living.byType();
    }

    /** Makes room, so that loading so many does not sort them again and again. Before the first one. */
    void expect(long aggregates) {
        entries = HashMap.newHashMap((int) Math.min(aggregates, MOST_EXPECTED));
    }

    /** Puts a snapshot in. */
    void load(String key, Serialized serialized) {
        boolean over = serialized.due() == StateEntry.OVER;
        restore(key, over ? null : serialized);
        ended.loaded(key, over ? serialized.sequence() : 0);
    }

    /** There is no snapshot of it any more. */
    void unload(String key) {
        restore(key, null);
        ended.loaded(key, 0);
    }

    EndedLives ended() {
        return ended;
    }

    /** Forgets everything: the snapshots that were loaded are not ours to use. */
    void clear() {
        List.copyOf(entries.keySet()).forEach(key -> restore(key, null));
        unsaved.clear();
        ended.clear();
        position = 0;
    }

    int size() {
        return entries.size();
    }

    /** Offset of the first journal record that is not folded in. */
    long position() {
        return position;
    }

    void position(long next) {
        position = next;
    }

    DueTimes dueTimes() {
        return dueTimes;
    }

    /** Asks timers that go by more than the state whether they still say the same; a snapshot may know of another time, too. */
    void followTimers() {
        editions.follow(type ->
                List.copyOf(entries.keySet()).stream().filter(type::isOfKey).forEach(key -> wakeAnew(type, key)));
    }

    private <S> void wakeAnew(AggregateType<S, ?, ?, ?, ?, ?> type, String key) {
        Aggregate<S> aggregate = of(type, key);
        try {
            restore(key, aggregate.wokenAnew(type, type.idOf(key)));
        } catch (RuntimeException e) {
            // One that cannot be asked is woken as before; the others need not go by that, nor the partition stand.
            LOG.errorf(e, "When %s is to be woken cannot be asked; it stays as it was.", key);
        }
    }

    /** What snapshots do not say yet. */
    Unsaved unsaved() {
        return unsaved;
    }

    /** Its snapshot is durable. */
    void saved(String key) {
        if (entries.get(key) instanceof Aggregate<?> aggregate) {
            entries.put(key, aggregate.asSaved());
        }
    }

    /**
     * Folds one record of the own journal. Events that a snapshot stands for already are passed over.
     *
     * @throws BrokenJournal when it cannot be read or cannot follow what was before it
     * @throws NewerFormat when a later version has written it
     */
    void replay(ConsumerRecord<byte[], byte[]> read) {
        try {
            JournalEntry entry = new JournalEntry(read, names);
            formats.check(entry.format(), read.topic());
            String key = entry.key();
            long sequence = entry.sequence();
            StateEntry before = entries.get(key);
            boolean old = before instanceof Serialized serialized && sequence <= serialized.sequence()
                    || before == null && ended.isOld(key, sequence);
            if (!old) {
                AggregateType<?, ?, ?, ?, ?, ?> type = typeOf(key);
                // A snapshot may be of a life that ended before the mark, and have begun anew behind it.
                boolean anew = before instanceof Serialized
                        && sequence != before.sequence() + 1
                        && StateEntry.isFirst(type, sequence);
                put(key, before, entry.appliedTo(type, key, anew ? null : before));
                if (replayed != null) {
                    replayed.add(key);
                }
            }
            answered.add(key, entry);
            position = read.offset() + 1;
        } catch (BrokenSnapshot | NewerFormat e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenJournal(read, e);
        }
    }

    /** Whether it holds anything; one whose loading was stopped holds less than the snapshots do. */
    boolean isLoaded() {
        return position > 0;
    }

    /** The next {@link #takeReplayed} starts with every key again: another owner will ask. */
    void forgetReplayed() {
        replayed = null;
    }

    /** Every key at the first call; later the keys that were replayed since the last one. */
    List<String> takeReplayed() {
        List<String> taken = replayed == null ? List.copyOf(entries.keySet()) : replayed;
        replayed = new ArrayList<>();
        return taken;
    }

    Set<String> keys() {
        return Set.copyOf(entries.keySet());
    }

    AggregateType<?, ?, ?, ?, ?, ?> typeOf(String key) {
        return types.of(key);
    }
}
