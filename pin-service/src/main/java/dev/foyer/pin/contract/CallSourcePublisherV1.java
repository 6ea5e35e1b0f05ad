package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.scan.CallSource;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceEvent;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceCleared;
import dev.foyer.pin.domain.scan.CallSourceEvent.SourceForgotten;
import dev.foyer.pin.domain.scan.CallSourceEvent.UnknownIdCounted;
import dev.foyer.pin.domain.scan.CallSourceEvent.WrongPinCounted;
import java.time.Instant;
import java.util.List;

/** Only what is suspicious: who misdials is nobody's business. Whom a PIN was tried at is not said. */
public final class CallSourcePublisherV1 implements Publisher<CallSource, CallSourceEvent, CallSourceAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<CallSource, CallSourceEvent, CallSourceAnswer> fact) {
        CallSourceKey key = CallSourceKey.parse(fact.aggregateId());
        return switch (fact.event()) {
            case UnknownIdCounted(String caller, var ids, boolean suspected, Instant at) ->
                suspected ? List.of(record(key, suspected(key, caller, fact, at))) : List.of();
            case WrongPinCounted(String caller, var organizer, var misses, boolean suspected, Instant at) ->
                suspected ? List.of(record(key, suspected(key, caller, fact, at))) : List.of();
            case SourceCleared(Instant at) ->
                List.of(record(key, new PinEventsV1.ConferenceIdScanCleared(key.tenant(), key.source(), at)));
            case SourceForgotten(Instant at) ->
                // Whoever was told of it hears of its end, too.
                fact.before().suspected()
                        ? List.of(record(key, new PinEventsV1.ConferenceIdScanCleared(key.tenant(), key.source(), at)))
                        : List.of();
        };
    }

    private static PinEventsV1 suspected(
            CallSourceKey key, String caller, Fact<CallSource, CallSourceEvent, CallSourceAnswer> fact, Instant at) {
        CallSource source = fact.after();
        return new PinEventsV1.ConferenceIdScanSuspected(
                key.tenant(),
                key.source(),
                key.kind().name(),
                fact.meta().actor().name(),
                caller,
                source.ids().total(),
                source.ids().until(),
                source.organizers().total(),
                source.organizers().until(),
                at);
    }

    private static PublicRecord record(CallSourceKey key, PinEventsV1 data) {
        return new PublicRecord(PinTopics.EVENTS, key.toString(), data.type(), key.toString(), key.tenant(), data);
    }
}
