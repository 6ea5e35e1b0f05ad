package dev.foyer.proof.chaos;

import dev.foyer.proof.checker.Call;
import dev.foyer.proof.checker.Call.Result;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every call of a run. Thread-safe. */
final class History {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    void add(Call call) {
        calls.add(call);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Calls that got an error, or no answer in time. */
    long unanswered() {
        return calls.stream()
                .filter(call -> call.result() instanceof Result.Unknown)
                .count();
    }

    /** Different commands that somebody was told are done. */
    long acknowledged() {
        return calls.stream()
                .filter(call -> call.result() instanceof Result.Booked)
                .map(Call::commandId)
                .distinct()
                .count();
    }
}
