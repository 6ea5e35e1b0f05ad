package dev.foyer.eventsourcing.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Follower;
import dev.foyer.eventsourcing.Json;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.eventsourcing.Publisher.PublicRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The smallest domain that can be got wrong: a tally that counts up to a limit and whispers something secret. */
final class Tally implements Decider<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> {

    static final String JOURNAL = "tally.journal";
    static final String EVENTS = "tally.events";
    static final int LIMIT = 1_000_000;

    record Counted(int total) {}

    sealed interface Command {
        record Add(int amount) implements Command {}

        /** A bug on purpose. */
        record Break() implements Command {}
    }

    sealed interface Event {
        record Added(int amount, String padding) implements Event {}
    }

    sealed interface Refusal {
        record LimitReached() implements Refusal {}
    }

    sealed interface Answer {
        record Total(
                int total,
                @com.fasterxml.jackson.annotation.JsonIgnore String whisper) implements Answer {}
    }

    static final AggregateType<Counted, Command, Event, Refusal, Answer, Instant> TYPE = type(Follower.none());

    static AggregateType<Counted, Command, Event, Refusal, Answer, Instant> type(Follower<Counted, Event> follower) {
        var json = Json.mapper().build();
        return new AggregateType<>(
                "tally",
                new Tally(),
                JsonFormat.of(Event.class, json, Map.of("Added", Event.Added.class)),
                JsonFormat.of(Answer.class, json, Map.of("Total", Answer.Total.class)),
                (id, meta, now) -> now,
                fact -> List.of(new PublicRecord(
                        EVENTS, fact.aggregateId(), "foyer.tally.Added.v1", fact.aggregateId(), "t", fact.event())),
                follower);
    }

    @Override
    public Counted initial() {
        return new Counted(0);
    }

    @Override
    public Decision<Event, Refusal, Answer> decide(Counted state, Command command, Instant now) {
        return switch (command) {
            case Command.Add(int amount) -> {
                int total = state.total() + amount;
                yield total > LIMIT
                        ? Decision.refuse(new Refusal.LimitReached())
                        : Decision.accept(new Answer.Total(total, "psst"), new Event.Added(amount, padding(amount)));
            }
            case Command.Break() -> throw new IllegalStateException("a bug in a decider");
        };
    }

    /** Amounts of 777 make a record that no broker takes. */
    private static String padding(int amount) {
        return amount == 777 ? "x".repeat(2_000_000) : "";
    }

    @Override
    public Counted evolve(Counted state, Event event) {
        return switch (event) {
            case Event.Added(int amount, String padding) -> new Counted(state.total() + amount);
        };
    }
}
