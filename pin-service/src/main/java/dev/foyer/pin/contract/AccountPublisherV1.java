package dev.foyer.pin.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.pin.domain.signin.Account;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountEvent;
import dev.foyer.pin.domain.signin.AccountEvent.Forgotten;
import dev.foyer.pin.domain.signin.AccountEvent.SignInFailed;
import dev.foyer.pin.domain.signin.AccountEvent.SignedIn;
import dev.foyer.pin.domain.signin.AccountEvent.SignedOut;
import java.util.List;

/** Who signed in from where, who failed to, and when sessions ended: for the audit, and for the gateways that hold them. */
public final class AccountPublisherV1 implements Publisher<Account, AccountEvent, AccountAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<Account, AccountEvent, AccountAnswer> fact) {
        AccountKey account = AccountKey.parse(fact.aggregateId());
        String tenant = account.tenant();
        String name = account.name();
        PinEventsV1 data = switch (fact.event()) {
            case SignedIn(String address, var channel, var at) ->
                new PinEventsV1.AccountSignedIn(tenant, name, address, channel.name(), at);
            case SignedOut(int generation, var at) -> new PinEventsV1.AccountSignedOut(tenant, name, generation, at);
            case Forgotten(int generation, var at) -> new PinEventsV1.AccountForgotten(tenant, name, generation, at);
            case SignInFailed(String address, boolean counted, int failures, var until, var at) ->
                new PinEventsV1.SignInFailed(tenant, name, address, failures, until, at);
        };
        String key = account.toString();
        return List.of(new PublicRecord(PinTopics.EVENTS, key, data.type(), key, tenant, data));
    }
}
