package dev.foyer.proof.checker;

import dev.foyer.proof.checker.Call.Told.BalanceTooSmall;
import dev.foyer.proof.checker.Call.Told.Booked;
import dev.foyer.proof.checker.Call.Told.Nothing;
import dev.foyer.proof.checker.Call.Told.Stands;
import dev.foyer.proof.checker.Call.Wish;
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

    private final Line line;
    private final Consumer<Violation> found;
    private final Moments moments = new Moments();
    private final Map<String, Call> firstAsked = new HashMap<>();

    AccountCheck(List<Entry> entries, Consumer<Violation> found) {
        this.line = new Line(entries, found);
        this.found = found;
    }

    void check(List<Call> calls) {
        List<Call> inOrder = calls.stream()
                .sorted(Comparator.comparingLong(Call::askedNanos))
                .toList();
        for (Call call : inOrder) {
            if (!(call.wish() instanceof Wish.Read)) {
                firstAsked.putIfAbsent(call.commandId(), call);
            }
        }
        checkEntries();
        for (Call call : inOrder) {
            int point = line.pointOf(call.commandId());
            if (call.told() instanceof Booked && point > 0) {
                moments.told(call.answeredNanos(), point);
            }
        }
        inOrder.forEach(this::check);
    }

    private void checkEntries() {
        for (int point = 1; point <= line.last(); point++) {
            Entry entry = line.entry(point);
            Call first = firstAsked.get(entry.commandId());
            if (first == null) {
                report(Kind.INVENTED, "nobody asked for " + entry);
            } else {
                if (entry.change() != change(first.wish())) {
                    report(Kind.INVENTED, entry + " is not what was asked: " + first);
                }
                moments.firstAsked(first.askedNanos(), point);
            }
        }
    }

    private static long change(Wish wish) {
        return switch (wish) {
            case Wish.Deposit(long amount) -> amount;
            case Wish.Withdraw(long amount) -> -amount;
            case Wish.Read() -> 0;
        };
    }

    private void check(Call call) {
        switch (call.told()) {
            case Booked booked -> checkBooked(call, booked);
            case BalanceTooSmall(long balance) -> checkRefusal(call, balance);
            case Stands stands -> checkRead(call, stands);
            case Nothing() -> {}
        }
    }

    private void checkBooked(Call call, Booked booked) {
        int point = line.pointOf(call.commandId());
        if (point == 0) {
            report(Kind.LOST, call + "; the journal ends with entry " + line.last());
        } else if (booked.entry() != point || booked.balance() != line.balance(point)) {
            report(Kind.FALSE_ANSWER, call + "; the journal says entry " + point + ", " + line.balance(point));
        } else if (point <= moments.lowest(firstAsked.get(call.commandId()).askedNanos())) {
            report(Kind.FALSE_ANSWER, call + "; was booked before it was asked for");
        } else if (point > moments.highest(call.answeredNanos(), line.last())) {
            report(Kind.FALSE_ANSWER, call + "; was booked behind something that was asked for later");
        }
    }

    private void checkRefusal(Call call, long balance) {
        int highest = moments.highest(call.answeredNanos(), line.last());
        for (int point = moments.lowest(call.askedNanos()); point <= highest; point++) {
            if (line.balance(point) == balance && balance + change(call.wish()) < 0) {
                moments.told(call.answeredNanos(), point);
                return;
            }
        }
        report(Kind.FALSE_REFUSAL, call + "; " + possible(call));
    }

    private void checkRead(Call call, Stands stands) {
        long point = stands.entries();
        if (point < moments.lowest(call.askedNanos())
                || point > moments.highest(call.answeredNanos(), line.last())
                || line.balance((int) point) != stands.balance()) {
            report(Kind.FALSE_READ, call + "; " + possible(call));
        } else {
            moments.told(call.answeredNanos(), (int) point);
        }
    }

    private String possible(Call call) {
        int lowest = moments.lowest(call.askedNanos());
        int highest = moments.highest(call.answeredNanos(), line.last());
        StringBuilder text = new StringBuilder("possible were");
        for (int point = lowest; point <= highest && point < lowest + 5; point++) {
            text.append(" ")
                    .append(line.balance(point))
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
