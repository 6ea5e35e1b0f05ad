package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.events.InboundId;
import dev.foyer.eventsourcing.internal.runtime.StoredAnswer.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The last command ids of one aggregate with their stored answers, oldest first. Bounded, and a function of the journal
 * alone: the owner after a crash remembers exactly what the one before did. Keys are remembered by time and refused when
 * there are too many; of each other kind the last ones are. Arrays, because most aggregates see few commands and there are
 * millions of them; the ids' hashes lie side by side, because every command of a busy aggregate looks through all of them
 * and finds nothing.
 */
record RecentCommands(StoredAnswer[] answers, int[] hashes) {

    /** How many of each kind but keys. A repetition comes within seconds; 32 later commands of its kind do not. */
    static final int LIMIT = 32;

    /** How long a key is remembered. */
    static final long KEY_MILLIS = Duration.ofHours(24).toMillis();

    /** How many keys at a time. */
    static final int MOST_KEYS = 256;

    /** Bytes of their answers: an aggregate must stay small enough for its snapshot. */
    static final int MOST_KEY_BYTES = 256 * 1024;

    static final RecentCommands NONE = new RecentCommands(new StoredAnswer[0]);

    RecentCommands(StoredAnswer[] answers) {
        this(
                answers,
                Arrays.stream(answers)
                        .mapToInt(answer -> answer.commandId().hashCode())
                        .toArray());
    }

    /**
     * What this command was answered; of a request read from a topic, what it or a later one of that topic was answered,
     * so that an offset that is read again changes nothing.
     */
    Optional<StoredAnswer> answerTo(String commandId, long now) {
        Optional<StoredAnswer> same = find(commandId).filter(answer -> isLive(answer, now));
        return same.isPresent() ? same : InboundId.parse(commandId).flatMap(this::sameOrLater);
    }

    /** Of one stream the newest is the farthest, so that the others need not be parsed. */
    private Optional<StoredAnswer> sameOrLater(InboundId asked) {
        boolean parse = true;
        for (int i = answers.length - 1; i >= 0; i--) {
            if (answers[i].kind() != Kind.TOPIC) {
                continue;
            }
            if (asked.isSameRequest(answers[i].commandId())) {
                return Optional.of(answers[i]);
            }
            Optional<InboundId> known = parse ? InboundId.parse(answers[i].commandId()) : Optional.empty();
            if (known.isPresent() && known.get().stream().equals(asked.stream())) {
                parse = false;
                if (asked.isPassedBy(known.get())) {
                    return Optional.of(answers[i]);
                }
            }
        }
        return Optional.empty();
    }

    /** However old it is. */
    Optional<StoredAnswer> find(String commandId) {
        int hash = commandId.hashCode();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && answers[i].commandId().equals(commandId)) {
                return Optional.of(answers[i]);
            }
        }
        return Optional.empty();
    }

    /** Whether one more key would be one too many. */
    boolean isFull(long now) {
        int keys = 0;
        int bytes = 0;
        for (StoredAnswer answer : answers) {
            if (answer.kind() == Kind.KEY && isLive(answer, now)) {
                keys++;
                bytes += answer.bytes().length;
            }
        }
        return keys >= MOST_KEYS || bytes >= MOST_KEY_BYTES;
    }

    /** Without the keys whose time is over by then, and without the oldest of its kind when there are too many. */
    RecentCommands plus(StoredAnswer answer) {
        boolean dropsOldest = answer.kind() != Kind.KEY && count(answer.kind()) >= LIMIT;
        StoredAnswer[] next = new StoredAnswer[answers.length + 1];
        int[] nextHashes = new int[next.length];
        int kept = 0;
        for (int i = 0; i < answers.length; i++) {
            if (dropsOldest && answers[i].kind() == answer.kind()) {
                dropsOldest = false;
            } else if (isLive(answers[i], answer.at())
                    && !answers[i].commandId().equals(answer.commandId())) {
                next[kept] = answers[i];
                nextHashes[kept++] = hashes[i];
            }
        }
        next[kept] = answer;
        nextHashes[kept++] = answer.commandId().hashCode();
        return kept == next.length
                ? new RecentCommands(next, nextHashes)
                : new RecentCommands(Arrays.copyOf(next, kept), Arrays.copyOf(nextHashes, kept));
    }

    private int count(Kind kind) {
        int count = 0;
        for (StoredAnswer answer : answers) {
            if (answer.kind() == kind) {
                count++;
            }
        }
        return count;
    }

    private static boolean isLive(StoredAnswer answer, long now) {
        return answer.kind() != Kind.KEY || now - answer.at() < KEY_MILLIS;
    }
}
