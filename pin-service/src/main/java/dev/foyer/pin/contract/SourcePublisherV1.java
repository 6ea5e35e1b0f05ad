package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.signin.Failures;
import dev.foyer.pin.domain.signin.Source;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceEvent;
import dev.foyer.pin.domain.signin.SourceEvent.FailedSignInCounted;
import dev.foyer.pin.domain.signin.SourceEvent.FailedSignInsForgotten;
import dev.foyer.pin.domain.signin.SourceEvent.SourceForgotten;
import java.util.List;

/** Only that somebody has to wait: what costs nothing yet is nobody's business. */
public final class SourcePublisherV1 implements Publisher<Source, SourceEvent, SourceAnswer> {

    /** Stands where records have their tenant: an address belongs to none, so no tenant is shown these. */
    public static final String NO_TENANT = "-";

    @Override
    public List<PublicRecord> publish(Fact<Source, SourceEvent, SourceAnswer> fact) {
        String address = fact.aggregateId();
        return switch (fact.event()) {
            case FailedSignInCounted(String name, Failures ofName, Failures ofAll, var at)
            when ofName.until() != null || ofAll.until() != null -> {
                var data = new PinEventsV1.SignInDelayed(
                        NO_TENANT, address, name, ofName.count(), ofName.until(), ofAll.count(), ofAll.until(), at);
                String key = NO_TENANT + "/" + address;
                yield List.of(new PublicRecord(PinTopics.EVENTS, key, data.type(), key, NO_TENANT, data));
            }
            case FailedSignInCounted free -> List.of();
            case FailedSignInsForgotten forgotten -> List.of();
            case SourceForgotten forgotten -> List.of();
        };
    }
}
