package dev.foyer.eventsourcing.runtime;

import java.util.Arrays;
import java.util.Optional;

/**
 * The last command ids of one aggregate with their stored answers, oldest first. Bounded, and a function of the journal
 * alone: the owner after a crash remembers exactly what the one before did. An array, because most aggregates see few
 * commands and there are millions of them.
 */
record RecentCommands(StoredAnswer[] answers) {

    /** How many are remembered. A repetition comes within seconds; 32 later commands for one aggregate do not. */
    static final int LIMIT = 32;

    static final RecentCommands NONE = new RecentCommands(new StoredAnswer[0]);

    /** What the journal keeps of an answer: no secrets. */
    record StoredAnswer(String commandId, String type, byte[] bytes) {}

    Optional<StoredAnswer> find(String commandId) {
        for (StoredAnswer answer : answers) {
            if (answer.commandId().equals(commandId)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    RecentCommands plus(StoredAnswer answer) {
        int from = answers.length < LIMIT ? 0 : 1;
        StoredAnswer[] next = Arrays.copyOfRange(answers, from, answers.length + 1);
        next[next.length - 1] = answer;
        return new RecentCommands(next);
    }
}
