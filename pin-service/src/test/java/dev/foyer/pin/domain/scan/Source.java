package dev.foyer.pin.domain.scan;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Counted;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountUnknownId;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountWrongPin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A source of calls through time, as the gateway uses it: what is refused is not looked up, and what was right is said. */
final class Source {

    static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");

    private final CallSourceDecider decider = new CallSourceDecider();
    private final SourceKind kind;
    private CallSource state = decider.initial();
    private final List<CallSourceEvent> last = new ArrayList<>();
    private int right;
    private Instant now = NOW;

    Source(SourceKind kind) {
        this.kind = kind;
    }

    Instant now() {
        return now;
    }

    CallSource state() {
        return state;
    }

    List<CallSourceEvent> last() {
        return last;
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    boolean looksUp() {
        return isOver(state.ids().until());
    }

    boolean compares() {
        return isOver(state.organizers().until());
    }

    private boolean isOver(Instant until) {
        return until == null || !now.isBefore(until);
    }

    /** Something different was right. */
    void right() {
        right++;
    }

    Counted unknownId() {
        return (Counted) decide(new CountUnknownId("+390212345678", taken()));
    }

    Counted wrongPin(String organizer) {
        return (Counted) decide(new CountWrongPin("+390212345678", organizer, taken()));
    }

    private int taken() {
        int taken = right;
        right = 0;
        return taken;
    }

    CallSourceAnswer decide(CallSourceCommand command) {
        return switch (decider.decide(state, command, new CallSourceContext(kind, now))) {
            case Decision.Accepted<CallSourceEvent, CallSourceRefusal, CallSourceAnswer>(var events, var answer) -> {
                last.clear();
                last.addAll(events);
                events.forEach(event -> state = decider.evolve(state, event));
                yield answer;
            }
            case Decision.Refused<CallSourceEvent, CallSourceRefusal, CallSourceAnswer>(var reason) ->
                throw new AssertionError(reason);
        };
    }
}
