package dev.foyer.pin.domain.scan;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Cleared;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Counted;
import dev.foyer.pin.domain.scan.CallSourceCommand.ClearSource;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountUnknownId;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountWrongPin;
import dev.foyer.pin.domain.scan.CallSourceCommand.ForgetSource;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceCleared;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceForgotten;
import dev.foyer.pin.domain.scan.CallSourceEvent.UnknownIdCounted;
import dev.foyer.pin.domain.scan.CallSourceEvent.WrongPinCounted;
import java.time.Instant;

/** Guessing at conference IDs, and at one organizer's PIN after the other, costs growing waits (rule G2). What means nothing any more is forgotten. */
public final class CallSourceDecider
        implements Decider<
                        CallSource,
                        CallSourceCommand,
                        CallSourceEvent,
                        CallSourceRefusal,
                        CallSourceAnswer,
                        CallSourceContext>,
                Forgetting<CallSource> {

    @Override
    public CallSource initial() {
        return CallSource.NEW;
    }

    @Override
    public Decision<CallSourceEvent, CallSourceRefusal, CallSourceAnswer> decide(
            CallSource source, CallSourceCommand command, CallSourceContext context) {
        return switch (command) {
            case CountUnknownId(String caller, int right) -> {
                Limit limit = context.kind().ids();
                Misses ids = context.next(source.ids(), limit, right);
                yield Decision.accept(
                        new Counted(ids.until(), source.organizers().until()),
                        new UnknownIdCounted(caller, ids, context.isNews(source.ids(), limit, ids), context.now()));
            }
            case CountWrongPin(String caller, String organizer, int right) -> {
                if (source.guessedAt(organizer, context.now())) {
                    yield Decision.accept(new Counted(
                            source.ids().until(), source.organizers().until()));
                }
                Limit limit = context.kind().organizers();
                Misses organizers = context.next(source.organizers(), limit, right);
                yield Decision.accept(
                        new Counted(source.ids().until(), organizers.until()),
                        new WrongPinCounted(
                                caller,
                                organizer,
                                organizers,
                                context.isNews(source.organizers(), limit, organizers),
                                context.now()));
            }
            case ClearSource() ->
                source.isClear()
                        ? Decision.refuse(new CallSourceRefusal.SourceUnknown())
                        : Decision.accept(new Cleared(), new SourceCleared(context.now()));
            case ForgetSource() ->
                source.overAt().filter(over -> !context.now().isBefore(over)).isPresent()
                        ? Decision.accept(new Cleared(), new SourceForgotten(context.now()))
                        : Decision.accept(new Cleared());
        };
    }

    @Override
    public CallSource evolve(CallSource source, CallSourceEvent event) {
        return switch (event) {
            case UnknownIdCounted(var caller, Misses ids, boolean told, Instant at) -> source.withIds(ids, told, at);
            case WrongPinCounted(var caller, String organizer, Misses organizers, boolean told, Instant at) ->
                source.withOrganizer(organizer, organizers, told, at);
            case SourceCleared(Instant at) -> CallSource.clearedAt(at);
            case SourceForgotten(var at) -> CallSource.NEW;
        };
    }

    @Override
    public boolean isOver(CallSource source) {
        return source.equals(CallSource.NEW);
    }
}
