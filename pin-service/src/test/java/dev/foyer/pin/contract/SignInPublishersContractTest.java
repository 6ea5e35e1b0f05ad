package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.signin.Account;
import dev.foyer.pin.domain.signin.AccountAnswer.Noted;
import dev.foyer.pin.domain.signin.AccountEvent;
import dev.foyer.pin.domain.signin.AccountEvent.Forgotten;
import dev.foyer.pin.domain.signin.AccountEvent.SignInFailed;
import dev.foyer.pin.domain.signin.AccountEvent.SignedIn;
import dev.foyer.pin.domain.signin.AccountEvent.SignedOut;
import dev.foyer.pin.domain.signin.Channel;
import dev.foyer.pin.domain.signin.Failures;
import dev.foyer.pin.domain.signin.Source;
import dev.foyer.pin.domain.signin.SourceAnswer.Counted;
import dev.foyer.pin.domain.signin.SourceEvent.FailedSignInCounted;
import dev.foyer.pin.domain.user.Around;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sign-ins, and what failed ones cost, are published as the examples say. */
class SignInPublishersContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final CommandMeta META = new CommandMeta("command-1", "command-1", Around.ADMIN);
    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    private static final String ADDRESS = "203.0.113.7";

    @Test
    void accounts() {
        becomes("AccountSignedIn", "full", new SignedIn(ADDRESS, Channel.PAGE, NOW));
        becomes("AccountSignedOut", "full", new SignedOut(3, NOW));
        becomes("AccountForgotten", "full", new Forgotten(4, NOW));
        becomes("SignInFailed", "full", new SignInFailed(ADDRESS, true, 51, NOW.plusSeconds(1), NOW));
        becomes("SignInFailed", "minimal", new SignInFailed(ADDRESS, true, 51, null, NOW));
    }

    private static void becomes(String type, String which, AccountEvent event) {
        Account any = new Account(0, new Failures(0, null, null), List.of());
        List<PublicRecord> made = new AccountPublisherV1()
                .publish(new Fact<>("contoso.com/admin", any, event, any, new Noted(), META, 1));
        assertEquals(1, made.size());
        is(made.getFirst(), type, which, "contoso.com/admin", "contoso.com");
    }

    @Test
    void addressesThatHaveToWait() {
        var full = new FailedSignInCounted(
                "9f86d081884c7d65",
                new Failures(6, NOW, NOW.plusSeconds(1)),
                new Failures(21, NOW, NOW.plusSeconds(1)),
                NOW);
        is(published(full).getFirst(), "SignInDelayed", "full", "-/" + ADDRESS, "-");
    }

    @Test
    void whatCostsNothingIsNotPublished() {
        var free = new FailedSignInCounted(
                "9f86d081884c7d65", new Failures(5, NOW, null), new Failures(5, NOW, null), NOW);
        assertEquals(List.of(), published(free));
    }

    private static List<PublicRecord> published(FailedSignInCounted event) {
        Source any = new Source(event.ofAll(), Map.of());
        return new SourcePublisherV1().publish(new Fact<>(ADDRESS, any, event, any, new Counted(null, null), META, 1));
    }

    private static void is(PublicRecord made, String type, String which, String key, String tenant) {
        assertEquals("pin.events", made.topic());
        assertEquals(new Examples("pin.events").json(type, which), JSON.valueToTree(made.data()));
        assertEquals("foyer.pin." + type + ".v1", made.type());
        assertEquals(key, made.key());
        assertEquals(key, made.subject());
        assertEquals(tenant, made.tenant());
    }
}
