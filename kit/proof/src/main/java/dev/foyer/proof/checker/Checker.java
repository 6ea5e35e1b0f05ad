package dev.foyer.proof.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what callers were told with the journal. */
public final class Checker {

    private Checker() {}

    /**
     * @param calls all of them, in any order
     * @param journal everything committed, each partition in its order
     * @return everything that is wrong; empty when every promise was kept
     */
    public static List<Violation> check(List<Call> calls, List<Entry> journal) {
        Map<String, List<Call>> callsOf = calls.stream().collect(Collectors.groupingBy(Call::account));
        Map<String, List<Entry>> entriesOf = journal.stream().collect(Collectors.groupingBy(Entry::account));
        TreeSet<String> accounts = new TreeSet<>(callsOf.keySet());
        accounts.addAll(entriesOf.keySet());
        List<Violation> found = new ArrayList<>();
        for (String account : accounts) {
            new AccountCheck(entriesOf.getOrDefault(account, List.of()), found::add)
                    .check(callsOf.getOrDefault(account, List.of()));
        }
        return found;
    }
}
