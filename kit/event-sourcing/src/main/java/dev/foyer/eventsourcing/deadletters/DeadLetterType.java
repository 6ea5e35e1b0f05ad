package dev.foyer.eventsourcing.deadletters;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.Roles;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import java.util.Map;
import java.util.Set;

/**
 * The kind of aggregates that a service adds to its own, and what it answers about their commands. Names and shapes of events are on
 * disk for ever.
 *
 * @param aggregates id {@code tenant/letter}, with {@link BuriedRecord#NO_TENANT} for what is no tenant's
 */
public record DeadLetterType(
        AggregateType<
                        DeadLetter,
                        DeadLetterCommand,
                        DeadLetterEvent,
                        DeadLetterRefusal,
                        DeadLetterAnswer,
                        DeadLetterContext>
                aggregates) {

    private static final JsonMapper JSON = Json.mapper().build();

    private static final JournalFormat<DeadLetterEvent> EVENTS = JsonFormat.of(
            DeadLetterEvent.class,
            JSON,
            Map.of(
                    "ReplayBegun", DeadLetterEvent.ReplayBegun.class,
                    "ReplayContinued", DeadLetterEvent.ReplayContinued.class,
                    "ReplayEnded", DeadLetterEvent.ReplayEnded.class,
                    "LetterDiscarded", DeadLetterEvent.LetterDiscarded.class,
                    "LetterForgotten", DeadLetterEvent.LetterForgotten.class));

    private static final JournalFormat<DeadLetterAnswer> ANSWERS = JsonFormat.of(
            DeadLetterAnswer.class,
            JSON,
            Map.of("Begun", DeadLetterAnswer.Begun.class, "Noted", DeadLetterAnswer.Noted.class));

    /** How instances speak of dead letters. */
    public static final WireFormats<DeadLetter, DeadLetterCommand, DeadLetterRefusal, DeadLetterAnswer> WIRE =
            WireFormats.of(
                    WireFormat.mapper().build(),
                    DeadLetter.class,
                    DeadLetterCommand.class,
                    DeadLetterRefusal.class,
                    DeadLetterAnswer.class);

    /**
     * @param publisher says how the service's public events look
     * @param replays does what is decided
     */
    public static DeadLetterType of(
            Publisher<DeadLetter, DeadLetterEvent, DeadLetterAnswer> publisher,
            CommitListener<DeadLetter, DeadLetterEvent> replays) {
        return new DeadLetterType(new AggregateType<>(
                "dead-letter",
                new DeadLetterDecider(),
                EVENTS,
                ANSWERS,
                (id, meta, now) -> new DeadLetterContext(now, meta),
                publisher,
                replays,
                new DeadLetterTimers(),
                WIRE));
    }

    /** The id of the aggregate of a letter. */
    public static String idOf(String tenant, String letter) {
        return tenant + "/" + letter;
    }

    /** Whose letter it is; {@link BuriedRecord#NO_TENANT}: no tenant's. */
    public static String tenantOf(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    /** The letter's own id. */
    public static String letterOf(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    /** As a service's {@code askers}: a tenant's letters are its administrators' business, the others an operator's. */
    public static Set<String> askers(String id, DeadLetterCommand command) {
        return switch (command) {
            case DeadLetterCommand.Replay _, DeadLetterCommand.Discard _ ->
                Set.of(tenantOf(id).equals(BuriedRecord.NO_TENANT) ? Roles.OPERATOR : Roles.ADMIN);
            case DeadLetterCommand.EndReplay _, DeadLetterCommand.SettleLetter _ -> Set.of(); // the owner and its timer
        };
    }
}
