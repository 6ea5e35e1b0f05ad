package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenMade;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenRevoked;
import dev.foyer.pin.domain.scimtoken.ScimTokenEvent.TokenUsed;
import dev.foyer.pin.domain.scimtoken.ScimTokens;
import java.util.List;

/** Which tokens hold: for the audit, and for the gateways, which let in by what they read here and ask nobody. */
public final class ScimTokenPublisherV1 implements Publisher<ScimTokens, ScimTokenEvent, ScimTokenAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<ScimTokens, ScimTokenEvent, ScimTokenAnswer> fact) {
        String tenant = fact.aggregateId();
        PinEventsV1 data = switch (fact.event()) {
            case TokenMade made ->
                new PinEventsV1.ScimTokenMade(
                        tenant, made.tokenId(), made.name(), made.digest(), made.expiresAt(), made.at());
            case TokenRevoked(String id, var at) ->
                new PinEventsV1.ScimTokenRevoked(
                        tenant, id, fact.before().find(id).orElseThrow().name(), at);
            case TokenUsed(String id, var day) ->
                new PinEventsV1.ScimTokenUsed(
                        tenant, id, fact.before().find(id).orElseThrow().name(), day);
        };
        return List.of(new PublicRecord(PinTopics.EVENTS, tenant, data.type(), tenant, tenant, data));
    }
}
