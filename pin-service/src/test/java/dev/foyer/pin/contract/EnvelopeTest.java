package dev.foyer.pin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.pin.domain.tenant.Tenant;
import dev.foyer.pin.domain.tenant.TenantAnswer;
import dev.foyer.pin.domain.tenant.TenantEvent;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantAdded;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantRemoved;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.testing.EnvelopeCheck;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public record says who, when and why; {@code UserPublisherV1ContractTest} says that the cases are all there are. */
@Tag("F")
class EnvelopeTest {

    private static final CommandMeta META = new CommandMeta("command-1", "correlation-1", Around.ADMIN);

    static Stream<PinFacts.Case> cases() {
        return PinFacts.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ofWhatHappensToUsers(PinFacts.Case given) {
        List<PublicRecord> published = given.published();
        assertFalse(published.isEmpty());
        published.forEach(made -> assertEquals(List.of(), EnvelopeCheck.problems(made, META)));
    }

    @Test
    void ofWhatHappensToTenants() {
        assertEquals(
                Set.of(SettingsChanged.class, TenantAdded.class, TenantRemoved.class),
                Set.of(TenantEvent.class.getPermittedSubclasses()),
                "Give the new event of tenants a case here");
        Instant now = Instant.parse("2026-11-26T10:15:30Z");
        for (TenantEvent event : List.of(
                new SettingsChanged(TenantSettings.DEFAULT, List.of()),
                new TenantAdded(true, now),
                new TenantRemoved(now))) {
            List<PublicRecord> published = new TenantPublisherV1()
                    .publish(
                            new Fact<>("contoso.com", Tenant.NEW, event, Tenant.NEW, new TenantAnswer.Done(), META, 1));
            assertFalse(published.isEmpty());
            published.forEach(made -> assertEquals(List.of(), EnvelopeCheck.problems(made, META)));
        }
    }
}
