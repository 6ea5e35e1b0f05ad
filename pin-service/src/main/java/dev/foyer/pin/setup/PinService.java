package dev.foyer.pin.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.service.EventSourcedService;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.PinTopics;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.inbound.Directory;
import dev.foyer.pin.inbound.TenantSettingsTable;
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
    Directory directory;

    @Produces
    @Singleton
    static KeyedPinVault vault(PinConfig config) {
        try {
            return new KeyedPinVault(config.pepperFile(), config.deliveryKeysFile());
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    /** Bad keys stop the start before anything else is tried. */
    void start(@Observes @Priority(1) StartupEvent event, KeyedPinVault vault) {}

    @Produces
    @Singleton
    static PinAggregates aggregates(KeyedPinVault vault, TenantSettingsTable settings) {
        return PinAggregates.of(vault, settings);
    }

    @Produces
    @Singleton
    static Directory directory(Users users, Validator validator) {
        return new Directory(users, validator);
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return aggregates.all();
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table(PinTopics.TENANT_SETTINGS, settings));
    }

    @Override
    public List<Inbound> inbound() {
        return List.of(directory.inbound());
    }
}
