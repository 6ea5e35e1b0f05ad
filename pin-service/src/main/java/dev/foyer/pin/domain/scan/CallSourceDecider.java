package dev.foyer.pin.domain.scan;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Cleared;
import dev.foyer.pin.domain.scan.CallSourceAnswer.Counted;
import dev.foyer.pin.domain.scan.CallSourceCommand.ClearSource;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountUnknownId;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountWrongPin;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceCleared;
import dev.foyer.pin.domain.scan.CallSourceEvent.UnknownIdCounted;
import dev.foyer.pin.domain.scan.CallSourceEvent.WrongPinCounted;

/** Guessing at conference IDs, and at one organizer's PIN after the other, costs growing waits (rule G2). */
public final class CallSourceDecider
        implements Decider<
                CallSource,
                CallSourceCommand,
                CallSourceEvent,
                CallSourceRefusal,
                CallSourceAnswer,
                CallSourceContext> {

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
                source.equals(CallSource.NEW)
                        ? Decision.refuse(new CallSourceRefusal.SourceUnknown())
                        : Decision.accept(new Cleared(), new SourceCleared(context.now()));
        };
    }

    @Override
    public CallSource evolve(CallSource source, CallSourceEvent event) {
        return switch (event) {
            case UnknownIdCounted(var caller, Misses ids, var suspected, var at) -> source.withIds(ids);
            case WrongPinCounted(var caller, String organizer, Misses organizers, var suspected, var at) ->
                source.withOrganizer(organizer, organizers, at);
            case SourceCleared(var at) -> CallSource.NEW;
        };
    }
}
