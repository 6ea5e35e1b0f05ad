package dev.foyer.pin.setup;

import dev.foyer.base.SteadyClock;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.HeapRoom;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterType;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.AccountKey;
import dev.foyer.pin.contract.CallSourceKey;
import dev.foyer.pin.contract.CampaignKey;
import dev.foyer.pin.contract.PinTopics;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.domain.campaign.CampaignCommand;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import dev.foyer.pin.inbound.DirectoryReactions;
import dev.foyer.pin.inbound.InboundChannels;
import dev.foyer.pin.inbound.TenantSettingsTable;
import dev.foyer.pin.inbound.WhenOrganizerAlertedThenTellOfWaiting;
import dev.foyer.pin.journal.PinJournal;
import dev.foyer.pin.process.ActorResets;
import dev.foyer.pin.process.CampaignWork;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.UserListeners;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.pin.process.WaitingLicences;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.eventsourced.EventSourcedService;
import dev.foyer.service.eventsourced.deadletters.Replays;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.RecordSigning;
import io.micrometer.core.instrument.Counter;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What pin-service consists of. */
@ApplicationScoped
public class PinService implements EventSourcedService {

    @Inject
    PinAggregates aggregates;

    @Inject
    TenantSettingsTable settings;

    @Inject
    PinKeys keys;

    @Inject
    DirectoryReactions directory;

    @Inject
    Users users;

    @Inject
    DeadLetterType deadLetters;

    @Produces
    @Singleton
    static PinKeys keys(PinConfig config) {
        return new PinKeys(config);
    }

    @Produces
    @Singleton
    static KeyedPinVault vault(PinKeys keys) {
        return new KeyedPinVault(keys.pepper(), keys.delivery()::current, keys.verification());
    }

    @Produces
    @Singleton
    static RecordSigner signer(PinKeys keys) {
        return new RecordSigning(keys.signing());
    }

    /** Bad keys and limits stop the start before anything else is tried; later keys are only refused. */
    void start(
            @Observes @Priority(1) StartupEvent event,
            KeyedPinVault vault,
            KeyFileWatch watch,
            WaitingLicences licences,
            ServiceConfig config,
            PinConfig limits,
            MeterRegistry metrics) {
        atLeastOne("foyer.resets-per-user", limits.resetsPerUser());
        atLeastOne("foyer.resets-per-actor", limits.resetsPerActor());
        keys.watch(watch, config.keyFileInterval());
        keys.delivery().whenItCame(licences::deliveryKeyCame);
        FunctionCounter.builder("foyer.pins.unverifiable", vault, KeyedPinVault::unverifiable)
                .description("PINs that could not be compared, because their pepper key is gone or not here yet")
                .register(metrics);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new ConfigurationException(key + " is " + value + "; it must be at least 1.");
        }
    }

    @Produces
    @Singleton
    static PinAggregates aggregates(
            KeyedPinVault vault,
            RecordSigner signer,
            TenantSettingsTable settings,
            UserListeners listeners,
            CampaignWork work,
            PinConfig config) {
        HeapRoom heap = HeapRoom.ofThisJvm();
        return PinAggregates.of(
                vault::of,
                signer,
                settings::of,
                listeners,
                work,
                new UserLimits(
                        config.conferenceIdPatience(),
                        config.resetsPerUser(),
                        new Room(heap::isLeft, heap::isLeftToGrow)));
    }

    @Produces
    @Singleton
    static ActorResets resets(Users users, PinConfig config, MeterRegistry metrics) {
        Counter refused = Counter.builder("foyer.resets.refused")
                .description("Resets that were refused because the account had reset too many PINs")
                .register(metrics);
        return new ActorResets(users, config.resetsPerActor(), new SteadyClock(), refused);
    }

    @Produces
    @Singleton
    static DirectoryReactions directory(
            Users users, UserNaming naming, ConferenceIdAssignment conferenceIds, Validator validator) {
        return new DirectoryReactions(users, naming, conferenceIds, validator);
    }

    @Produces
    @Singleton
    static DeadLetterType deadLetters(Replays replays) {
        return DeadLetterType.of(new DeadLetterPublisherV1(PinTopics.EVENTS, "pin"), replays);
    }

    @Override
    public int storedFormat() {
        return PinJournal.FORMAT;
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return Stream.concat(aggregates.all().stream(), Stream.of(deadLetters.aggregates()))
                .toList();
    }

    @Override
    public boolean isOf(String tenant, String aggregateId, Object command) {
        return switch (command) {
            case UserCommand _ -> UserKey.parse(aggregateId).tenant().equals(tenant);
            case AccountCommand _ -> AccountKey.parse(aggregateId).tenant().equals(tenant);
            case TenantCommand _, ScimTokenCommand _ -> aggregateId.equals(tenant);
            case ConferenceIdCommand.Reserve(String owner, Instant _) ->
                UserKey.parse(owner).tenant().equals(tenant);
            case CallSourceCommand _ ->
                CallSourceKey.parse(aggregateId).tenant().equals(tenant);
            case CampaignCommand _ -> CampaignKey.parse(aggregateId).tenant().equals(tenant);
            case SourceCommand _ -> true; // an address is of no tenant
            case DeadLetterCommand _ -> DeadLetterType.tenantOf(aggregateId).equals(tenant);
            default -> false;
        };
    }

    @Override
    public Set<String> askers(String aggregateId, Object command) {
        return command instanceof DeadLetterCommand asked
                ? DeadLetterType.askers(aggregateId, asked)
                : PinAskers.of(command);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(PinTopics.TENANT_SETTINGS, settings.handler()),
                new Table(DeliveryKeysTable.TOPIC, keys.delivery()));
    }

    @Override
    public Map<String, InboundHandler> inbound() {
        return Map.of(
                InboundChannels.DIRECTORY,
                directory,
                InboundChannels.MEETING_EVENTS,
                Reactions.of(new WhenOrganizerAlertedThenTellOfWaiting(users)));
    }
}
