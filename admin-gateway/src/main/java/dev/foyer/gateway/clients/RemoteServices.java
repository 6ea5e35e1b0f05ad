package dev.foyer.gateway.clients;

import dev.foyer.service.calls.CallSigner;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.tls.OwnIdentity;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The services behind the gateway, to be injected. None of them need be there when the gateway starts. */
@ApplicationScoped
public class RemoteServices {

    /** Topics and rules are made in seconds, on a busy broker in many. */
    private static final Duration TENANTS_DEADLINE = Duration.ofSeconds(30);

    @Inject
    ClientsConfig config;

    @Inject
    ServiceAddresses addresses;

    @Inject
    CallSigner signer;

    @Inject
    OwnIdentity identity;

    @Inject
    ClockReport clocks;

    @Produces
    @Singleton
    RemoteService<PinServiceClient> pinService(@RestClient PinServiceClient client) {
        return remote("pin-service", client);
    }

    @Produces
    @Singleton
    RemoteService<NotificationServiceClient> notificationService(@RestClient NotificationServiceClient client) {
        return remote("notification-service", client);
    }

    @Produces
    @Singleton
    RemoteService<MeetingServiceClient> meetingService(@RestClient MeetingServiceClient client) {
        return remote("meeting-service", client);
    }

    @Produces
    @Singleton
    RemoteService<WebhooksClient> webhooks(@RestClient WebhooksClient client) {
        return remote("meeting-service", client);
    }

    @Produces
    @Singleton
    DeadLetterServices deadLetters(
            @RestClient PinDeadLettersClient pin,
            @RestClient NotificationDeadLettersClient notification,
            @RestClient MeetingDeadLettersClient meeting) {
        return new DeadLetterServices(Map.of(
                "pin", remote("pin-service", pin),
                "notification", remote("notification-service", notification),
                "meeting", remote("meeting-service", meeting)));
    }

    @Produces
    @Singleton
    RemoteService<DirectoryClient> directory(@RestClient DirectoryClient client) {
        return remote("pin-service", client);
    }

    private <C> RemoteService<C> remote(String name, C client) {
        Pulse pulse = new Pulse(addresses.of(name), identity.tls().map(tls -> tls.clientOf(name)));
        Thread.startVirtualThread(pulse::beat); // the first question of a JVM takes long
        return new RemoteService<>(name, client, signer, pulse::beat, clocks, config.commandDeadline());
    }

    @Produces
    @Singleton
    RemoteService<TenantsClient> tenants(@RestClient TenantsClient client) {
        return new RemoteService<>("tenants", client, signer, () -> Pulse.Beat.ANSWERED, clocks, TENANTS_DEADLINE);
    }

    @Produces
    @Singleton
    static SpokenPinSeal spokenPins(ClientsConfig config) {
        return new SpokenPinSeal(config.pinVerificationKeysFile());
    }

    /** A bad key stops the start; a later one is only refused. */
    void watch(
            @Observes @Priority(1) StartupEvent event, SpokenPinSeal seal, KeyFileWatch watch, ClientsConfig config) {
        watch.report("pin-verification", seal::problem);
        watch.every(config.keyFileInterval(), seal::look);
    }
}
