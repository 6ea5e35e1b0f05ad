package dev.foyer.proof.checker;

import dev.foyer.proof.checker.Call.Operation;
import dev.foyer.proof.checker.Call.Result.Balance;
import dev.foyer.proof.checker.Call.Result.BalanceTooSmall;
import dev.foyer.proof.checker.Call.Result.Booked;
import dev.foyer.proof.checker.Call.Result.Unknown;
import dev.foyer.proof.checker.Violation.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks one account. Calls are taken in the order in which they were asked; a refusal or a read is given the earliest
 * point that explains it, which leaves the most room for what comes after. Done commands have their point from the
 * journal. So what is reported is never a matter of choice.
 */
final class AccountCheck {

    private final AccountTimeline timeline;
    private final Consumer<Violation> found;
    private final PointBounds bounds = new PointBounds();
    private final Map<String, Call> firstAsked = new HashMap<>();

    AccountCheck(List<Entry> entries, Consumer<Violation> found) {
        this.timeline = new AccountTimeline(entries, found);
        this.found = found;
    }

    void check(List<Call> calls) {
        List<Call> inOrder = calls.stream()
                .sorted(Comparator.comparingLong(Call::askedNanos))
                .toList();
        for (Call call : inOrder) {
            if (!(call.operation() instanceof Operation.Read)) {
                firstAsked.putIfAbsent(call.commandId(), call);
            }
        }
        checkEntries();
        for (Call call : inOrder) {
            int point = timeline.pointOf(call.commandId());
            if (call.result() instanceof Booked && point > 0) {
                bounds.reached(call.answeredNanos(), point);
            }
        }
        inOrder.forEach(this::check);
    }

    private void checkEntries() {
        for (int point = 1; point <= timeline.last(); point++) {
            Entry entry = timeline.entry(point);
            Call first = firstAsked.get(entry.commandId());
            if (first == null) {
                report(Kind.INVENTED, "nobody asked for " + entry);
            } else {
                if (entry.change() != change(first.operation())) {
                    report(Kind.INVENTED, entry + " is not what was asked: " + first);
                }
                bounds.firstAsked(first.askedNanos(), point);
            }
        }
    }

    private static long change(Operation operation) {
        return switch (operation) {
            case Operation.Deposit(long amount) -> amount;
            case Operation.Withdraw(long amount) -> -amount;
            case Operation.Read() -> 0;
        };
    }

    private void check(Call call) {
        switch (call.result()) {
            case Booked booked -> checkBooked(call, booked);
            case BalanceTooSmall(long balance) -> checkRefusal(call, balance);
            case Balance read -> checkRead(call, read);
            case Unknown() -> {}
        }
    }

    private void checkBooked(Call call, Booked booked) {
        int point = timeline.pointOf(call.commandId());
        if (point == 0) {
            report(Kind.LOST, call + "; the journal ends with entry " + timeline.last());
        } else if (booked.entry() != point || booked.balance() != timeline.balance(point)) {
            report(Kind.FALSE_ANSWER, call + "; the journal says entry " + point + ", " + timeline.balance(point));
        } else if (point <= bounds.lowest(firstAsked.get(call.commandId()).askedNanos())) {
            report(Kind.FALSE_ANSWER, call + "; was booked before it was asked for");
        } else if (point > bounds.highest(call.answeredNanos(), timeline.last())) {
            report(Kind.FALSE_ANSWER, call + "; was booked behind something that was asked for later");
        }
    }

    private void checkRefusal(Call call, long balance) {
        int highest = bounds.highest(call.answeredNanos(), timeline.last());
        for (int point = bounds.lowest(call.askedNanos()); point <= highest; point++) {
            if (timeline.balance(point) == balance && balance + change(call.operation()) < 0) {
                bounds.reached(call.answeredNanos(), point);
                return;
            }
        }
        report(Kind.FALSE_REFUSAL, call + "; " + possible(call));
    }

    private void checkRead(Call call, Balance read) {
        long point = read.entries();
        if (point < bounds.lowest(call.askedNanos())
                || point > bounds.highest(call.answeredNanos(), timeline.last())
                || timeline.balance((int) point) != read.balance()) {
            report(Kind.FALSE_READ, call + "; " + possible(call));
        } else {
            bounds.reached(call.answeredNanos(), (int) point);
        }
    }

    private String possible(Call call) {
        int lowest = bounds.lowest(call.askedNanos());
        int highest = bounds.highest(call.answeredNanos(), timeline.last());
        StringBuilder text = new StringBuilder("possible were");
        for (int point = lowest; point <= highest && point < lowest + 5; point++) {
            text.append(" ")
                    .append(timeline.balance(point))
                    .append(" after ")
                    .append(point)
                    .append(";");
        }
        return text.append(" up to ").append(highest).toString();
    }

    private void report(Kind kind, String what) {
        found.accept(new Violation(kind, what));
    }
}
