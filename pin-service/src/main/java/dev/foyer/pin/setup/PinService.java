package dev.foyer.pin.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.PinTopics;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.crypto.PepperSource;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import dev.foyer.pin.inbound.DirectoryReactions;
import dev.foyer.pin.inbound.InboundChannels;
import dev.foyer.pin.inbound.TenantSettingsTable;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.ReturnConferenceIds;
import dev.foyer.service.eventsourced.EventSourcedService;
import dev.foyer.service.keys.KeyFileWatch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Map;

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

    /** Bad keys stop the start before anything else is tried; later ones are only refused. */
    void start(
            @Observes @Priority(1) StartupEvent event,
            PepperSource pepper,
            KeyedPinVault vault,
            KeyFileWatch watch,
            PinConfig config,
            MeterRegistry metrics) {
        watch.report("pepper", pepper::problem);
        watch.report("delivery", deliveryKeys::problem);
        watch.every(config.keyFileInterval(), pepper::look);
        FunctionCounter.builder("foyer.pins.unverifiable", vault, KeyedPinVault::unverifiable)
                .description("PINs that could not be compared, because their pepper key is gone or not here yet")
                .register(metrics);
    }

    @Produces
    @Singleton
    static PinAggregates aggregates(
            KeyedPinVault vault, TenantSettingsTable settings, ReturnConferenceIds returns, PinConfig config) {
        return PinAggregates.of(vault, settings::of, returns, config.conferenceIdPatience());
    }

    @Produces
    @Singleton
    static DirectoryReactions directory(Users users, ConferenceIdAssignment conferenceIds, Validator validator) {
        return new DirectoryReactions(users, conferenceIds, validator);
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return aggregates.all();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(PinTopics.TENANT_SETTINGS, settings.handler()),
                new Table(DeliveryKeysTable.TOPIC, deliveryKeys.handler()));
    }

    @Override
    public Map<String, InboundHandler> inbound() {
        return Map.of(InboundChannels.DIRECTORY, directory);
    }
}
