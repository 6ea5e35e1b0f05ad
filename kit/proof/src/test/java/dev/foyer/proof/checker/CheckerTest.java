package dev.foyer.proof.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.proof.checker.Call.Operation;
import dev.foyer.proof.checker.Call.Operation.Deposit;
import dev.foyer.proof.checker.Call.Operation.Read;
import dev.foyer.proof.checker.Call.Operation.Withdraw;
import dev.foyer.proof.checker.Call.Result;
import dev.foyer.proof.checker.Call.Result.Balance;
import dev.foyer.proof.checker.Call.Result.BalanceTooSmall;
import dev.foyer.proof.checker.Call.Result.Booked;
import dev.foyer.proof.checker.Call.Result.Unknown;
import dev.foyer.proof.checker.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private final List<Call> calls = new ArrayList<>();
    private final List<Entry> journal = new ArrayList<>();

    @Test
    void findsNothingInWhatIsRight() {
        entry(1, "c1", 10);
        entry(2, "c2", -4);
        entry(3, "c4", 5);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(20, 30, "c2", new Withdraw(4), new Unknown());
        call(25, 90, "c2", new Withdraw(4), new Booked(2, 6));
        call(100, 110, "c3", new Withdraw(7), new BalanceTooSmall(6));
        call(120, 130, "r1", new Read(), new Balance(6, 2));
        call(135, 140, "c4", new Deposit(5), new Booked(3, 11));
        call(150, 160, "c1", new Deposit(10), new Booked(1, 10));
        found();
    }

    @Test
    void aCallMaySeeWhatHappensMeanwhile() {
        entry(1, "c1", 10);
        call(0, 100, "c1", new Deposit(10), new Booked(1, 10));
        call(10, 20, "r1", new Read(), new Balance(0, 0));
        call(10, 90, "c2", new Withdraw(1), new BalanceTooSmall(0));
        call(30, 40, "r2", new Read(), new Balance(10, 1));
        found();
    }

    @Test
    void aLostOne() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(20, 30, "c2", new Deposit(5), new Booked(2, 15));
        found(Kind.LOST);
    }

    @Test
    void aDoubledOne() {
        entry(1, "c1", 10);
        entry(2, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        found(Kind.DOUBLED);
    }

    @Test
    void anInventedOne() {
        entry(1, "c1", 10);
        entry(2, "c2", 7);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(0, 10, "c2", new Deposit(8), new Unknown());
        found(Kind.INVENTED);
        entry(3, "c9", 7);
        found(Kind.INVENTED, Kind.INVENTED);
    }

    @Test
    void aGapInTheNumbers() {
        entry(1, "c1", 10);
        entry(3, "c2", 10);
        call(0, 10, "c1", new Deposit(10), new Unknown());
        call(0, 10, "c2", new Deposit(10), new Unknown());
        found(Kind.DISORDER);
    }

    @Test
    @Tag("case-L3")
    void aTimeThatRunsBackwards() {
        journal.add(new Entry(0, 0, "a", 1, "c1", 10, 7));
        journal.add(new Entry(0, 1, "a", 2, "c2", 10, 6));
        call(0, 10, "c1", new Deposit(10), new Unknown());
        call(0, 10, "c2", new Deposit(10), new Unknown());
        found(Kind.DISORDER);
    }

    @Test
    void oneAccountInTwoPartitions() {
        entry(1, "c1", 10);
        journal.add(new Entry(2, 1, "a", 2, "c2", 10, 2));
        call(0, 10, "c1", new Deposit(10), new Unknown());
        call(0, 10, "c2", new Deposit(10), new Unknown());
        found(Kind.DISORDER);
    }

    @Test
    void anEntryThatTheRulesForbid() {
        entry(1, "c1", -10);
        call(0, 10, "c1", new Withdraw(10), new Unknown());
        found(Kind.DISORDER);
    }

    @Test
    void twoThatWereBookedInTheWrongOrder() {
        entry(1, "c2", 5);
        entry(2, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(2, 15));
        call(20, 30, "c2", new Deposit(5), new Booked(1, 5));
        found(Kind.FALSE_ANSWER, Kind.FALSE_ANSWER);
    }

    @Test
    void anAnswerWithAWrongBalance() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 20));
        found(Kind.FALSE_ANSWER);
    }

    @Test
    void aStaleRead() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(20, 30, "r1", new Read(), new Balance(0, 0));
        found(Kind.FALSE_READ);
    }

    @Test
    void aReadThatGoesBackBehindAnotherRead() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Unknown());
        call(20, 30, "r1", new Read(), new Balance(10, 1));
        call(40, 50, "r2", new Read(), new Balance(0, 0));
        found(Kind.FALSE_READ);
    }

    @Test
    void aReadOfTheFuture() {
        entry(1, "c1", 10);
        call(0, 10, "r1", new Read(), new Balance(10, 1));
        call(20, 30, "c1", new Deposit(10), new Booked(1, 10));
        found(Kind.FALSE_READ);
    }

    @Test
    void aReadOfWhatWasNeverCommitted() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(0, 10, "c2", new Deposit(5), new Unknown());
        call(20, 30, "r1", new Read(), new Balance(15, 2));
        found(Kind.FALSE_READ);
    }

    @Test
    void aFalseRefusal() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(20, 30, "c2", new Withdraw(5), new BalanceTooSmall(0));
        found(Kind.FALSE_REFUSAL);
    }

    @Test
    void aRefusalForNoReason() {
        entry(1, "c1", 10);
        call(0, 10, "c1", new Deposit(10), new Booked(1, 10));
        call(20, 30, "c2", new Withdraw(5), new BalanceTooSmall(10));
        found(Kind.FALSE_REFUSAL);
    }

    private void entry(long sequence, String commandId, long change) {
        journal.add(new Entry(0, journal.size(), "a", sequence, commandId, change, sequence));
    }

    private void call(long asked, long answered, String commandId, Operation operation, Result result) {
        calls.add(new Call(asked, answered, "a", commandId, operation, result, "i-1"));
    }

    private void found(Kind... kinds) {
        List<Violation> found = Checker.check(calls, journal);
        assertEquals(List.of(kinds), found.stream().map(Violation::kind).toList(), found.toString());
    }
}
