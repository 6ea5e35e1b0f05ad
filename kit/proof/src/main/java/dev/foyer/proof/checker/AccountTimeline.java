package dev.foyer.proof.checker;

import dev.foyer.proof.checker.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One account's entries in the order of the journal: point n is how it stands after n entries. */
final class AccountTimeline {

    private final List<Entry> entries;
    private final long[] balances;
    private final Map<String, Integer> pointOf = new HashMap<>();

    /** @param entries in the order of the journal */
    AccountTimeline(List<Entry> entries, Consumer<Violation> found) {
        this.entries = new ArrayList<>(entries);
        this.balances = new long[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.sequence() != i + 1
                    || entry.partition() != entries.getFirst().partition()) {
                found.accept(new Violation(Kind.DISORDER, entry + " is number " + (i + 1) + " of its account"));
            }
            if (i > 0 && entry.timeMillis() < entries.get(i - 1).timeMillis()) {
                found.accept(new Violation(Kind.DISORDER, entry + " is from before " + entries.get(i - 1)));
            }
            if (pointOf.putIfAbsent(entry.commandId(), i + 1) != null) {
                found.accept(new Violation(
                        Kind.DOUBLED, entry + " repeats " + entries.get(pointOf.get(entry.commandId()) - 1)));
            }
            balances[i + 1] = balances[i] + entry.change();
            if (balances[i + 1] < 0) {
                found.accept(new Violation(Kind.DISORDER, entry + " makes the balance " + balances[i + 1]));
            }
        }
    }

    int last() {
        return entries.size();
    }

    /** The entry that leads to that point. */
    Entry entry(int point) {
        return entries.get(point - 1);
    }

    long balance(int point) {
        return balances[point];
    }

    /** 0 when the journal has no such command. */
    int pointOf(String commandId) {
        return pointOf.getOrDefault(commandId, 0);
    }
}
