package dev.foyer.eventsourcing.internal.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest domain that can be got wrong: a tally that counts up to a limit and whispers something secret. */
public final class Tally
        implements Decider<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> {

    public static final String JOURNAL = "tally.journal";
    public static final String EVENTS = "tally.events";
    public static final String SNAPSHOTS = "tally.snapshots";
    public static final int LIMIT = 1_000_000;

    /** @param alarm when it wants to ring, in milliseconds since the epoch, or {@code null} */
    public record Counted(int total, Long alarm) {}

    public sealed interface Command {
        record Add(int amount) implements Command {}

        record SetAlarm(long millis) implements Command {}

        record Ring() implements Command {}

        /** A bug on purpose. */
        record Break() implements Command {}
    }

    public sealed interface Event {
        record Added(int amount, String padding) implements Event {}

        record AlarmSet(long millis) implements Event {}

        record Rang() implements Event {}
    }

    public sealed interface Refusal {
        record LimitReached() implements Refusal {}

        record NotYet() implements Refusal {}
    }

    public sealed interface Answer {
        record Total(int total, String whisper) implements Answer {}
    }

    @JsonIgnoreProperties("whisper")
    private interface WithoutWhisper {}

    public static final AggregateType<Counted, Command, Event, Refusal, Answer, Instant> TYPE =
            type(CommitListener.none());

    public static AggregateType<Counted, Command, Event, Refusal, Answer, Instant> type(
            CommitListener<Counted, Event> commitListener) {
        var json =
                Json.mapper().addMixIn(Answer.Total.class, WithoutWhisper.class).build();
        return new AggregateType<>(
                "tally",
                new Tally(),
                JsonFormat.of(
                        Event.class,
                        json,
                        Map.of("Added", Event.Added.class, "AlarmSet", Event.AlarmSet.class, "Rang", Event.Rang.class)),
                JsonFormat.of(Answer.class, json, Map.of("Total", Answer.Total.class)),
                (id, meta, now) -> now,
                fact -> List.of(new PublicRecord(
                        EVENTS, fact.aggregateId(), "foyer.tally.Added.v1", fact.aggregateId(), "t", fact.event())),
                commitListener,
                new Alarms(),
                WireFormats.of(WireFormat.mapper().build(), Counted.class, Command.class, Refusal.class, Answer.class));
    }

    @Override
    public Counted initial() {
        return new Counted(0, null);
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
            case Command.SetAlarm(long millis)
            when state.alarm() != null && state.alarm() == millis ->
                Decision.accept(new Answer.Total(state.total(), "psst"));
            case Command.SetAlarm(long millis) ->
                Decision.accept(new Answer.Total(state.total(), "psst"), new Event.AlarmSet(millis));
            case Command.Ring() ->
                state.alarm() == null || now.toEpochMilli() < state.alarm()
                        ? Decision.refuse(new Refusal.NotYet())
                        : Decision.accept(new Answer.Total(state.total(), "psst"), new Event.Rang());
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
            case Event.Added(int amount, String padding) -> new Counted(state.total() + amount, state.alarm());
            case Event.AlarmSet(long millis) -> new Counted(state.total(), millis);
            case Event.Rang() -> {
                if (state.alarm() == null) {
                    throw new ImpossibleEvent(state, event);
                }
                yield new Counted(state.total(), null);
            }
        };
    }

    private static final class Alarms implements Timers<Counted, Command> {
        @Override
        public Optional<Instant> due(Counted state) {
            return Optional.ofNullable(state.alarm()).map(Instant::ofEpochMilli);
        }

        @Override
        public Command command(Counted state) {
            return new Command.Ring();
        }
    }
}
