package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.events.InboundId;
import java.util.Arrays;
import java.util.Optional;

/**
 * The last command ids of one aggregate with their stored answers, oldest first. Bounded, and a function of the journal
 * alone: the owner after a crash remembers exactly what the one before did. Arrays, because most aggregates see few
 * commands and there are millions of them; the ids' hashes lie side by side, because every command of a busy aggregate
 * looks through all of them and finds nothing.
 */
record RecentCommands(StoredAnswer[] answers, int[] hashes) {

    /** How many are remembered. A repetition comes within seconds; 32 later commands for one aggregate do not. */
    static final int LIMIT = 32;

    static final RecentCommands NONE = new RecentCommands(new StoredAnswer[0]);

    /** What the journal keeps of an answer: no secrets. */
    record StoredAnswer(String commandId, String type, byte[] bytes) {}

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
    Optional<StoredAnswer> answerTo(String commandId) {
        Optional<StoredAnswer> same = find(commandId);
        return same.isPresent() ? same : InboundId.parse(commandId).flatMap(this::sameOrLater);
    }

    /** Of one stream the newest is the farthest, so that the others need not be parsed. */
    private Optional<StoredAnswer> sameOrLater(InboundId asked) {
        boolean parse = true;
        for (int i = answers.length - 1; i >= 0; i--) {
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

    Optional<StoredAnswer> find(String commandId) {
        int hash = commandId.hashCode();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && answers[i].commandId().equals(commandId)) {
                return Optional.of(answers[i]);
            }
        }
        return Optional.empty();
    }

    RecentCommands plus(StoredAnswer answer) {
        int from = answers.length < LIMIT ? 0 : 1;
        StoredAnswer[] next = Arrays.copyOfRange(answers, from, answers.length + 1);
        next[next.length - 1] = answer;
        int[] nextHashes = Arrays.copyOfRange(hashes, from, hashes.length + 1);
        nextHashes[nextHashes.length - 1] = answer.commandId().hashCode();
        return new RecentCommands(next, nextHashes);
    }
}
