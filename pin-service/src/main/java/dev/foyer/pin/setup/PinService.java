package dev.foyer.pin.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.pin.PinAggregates;
import dev.foyer.pin.ReturnConferenceIds;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.PinTopics;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.crypto.PepperSource;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import dev.foyer.pin.inbound.DirectoryReactions;
import dev.foyer.pin.inbound.TenantSettingsTable;
import dev.foyer.service.eventsourced.EventSourcedService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;

/** What pin-service consists of. */
@ApplicationScoped
public class PinService implements EventSourcedService {

    @Inject
    PinAggregates aggregates;

    @Inject
    TenantSettingsTable settings;

    @Inject
    DeliveryKeysTable deliveryKeys;

    @Inject
    DirectoryReactions directory;

    @Produces
    @Singleton
    static PepperSource pepper(PinConfig config) {
        try {
            return PepperSource.of(config.pepperFile(), config.pepper());
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    @Produces
    @Singleton
    static KeyedPinVault vault(PepperSource pepper, DeliveryKeysTable deliveryKeys) {
        return new KeyedPinVault(pepper, deliveryKeys::current);
    }

    /** Bad keys stop the start before anything else is tried. */
    void start(@Observes @Priority(1) StartupEvent event, PepperSource pepper) {}

    @Produces
    @Singleton
    static PinAggregates aggregates(
            KeyedPinVault vault, TenantSettingsTable settings, ReturnConferenceIds returns, PinConfig config) {
        return PinAggregates.of(vault, settings::of, returns, config.conferenceIdPatience());
    }

    @Produces
    @Singleton
    static DirectoryReactions directory(Users users, Validator validator) {
        return new DirectoryReactions(users, validator);
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return aggregates.all();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(PinTopics.TENANT_SETTINGS, settings), new Table(DeliveryKeysTable.TOPIC, deliveryKeys));
    }

    @Override
    public List<Inbound> inbound() {
        return List.of(directory.inbound());
    }
}
