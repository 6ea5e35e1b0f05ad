package dev.foyer.eventsourcing.internal.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * What the log answered, by key and command id, while commands are in doubt: a batch in doubt may hold more commands for
 * one aggregate than the aggregate remembers. Confined to whoever folds the state.
 */
final class CollectedAnswers {

    private record Answered(String key, String commandId) {}

    /** {@code null} while nothing is in doubt. */
    private Map<Answered, StoredAnswer> answers;

    void begin() {
        answers = new HashMap<>();
    }

    void end() {
        answers = null;
    }

    /** What {@link PartitionState#replay} meets. */
    void add(String key, JournalEntry entry) {
        StoredAnswer answer = answers == null ? null : entry.answer();
        if (answer != null) {
            answers.put(new Answered(key, answer.commandId()), answer);
        }
    }

    /** {@code null} for none. */
    StoredAnswer find(String key, String commandId) {
        return answers == null ? null : answers.get(new Answered(key, commandId));
    }
}
