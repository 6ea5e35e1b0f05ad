package dev.foyer.gateway.clients;

import dev.foyer.service.calls.CallSigner;
import dev.foyer.service.keys.KeyFileWatch;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The services behind the gateway, to be injected. None of them need be there when the gateway starts. */
@ApplicationScoped
public class RemoteServices {

    @Inject
    ClientsConfig config;

    @Inject
    CallSigner signer;

    @Produces
    @Singleton
    RemoteService<PinServiceClient> pinService(@RestClient PinServiceClient client) {
        return new RemoteService<>("pin-service", client, signer, config.commandDeadline());
    }

    @Produces
    @Singleton
    RemoteService<NotificationServiceClient> notificationService(@RestClient NotificationServiceClient client) {
        return new RemoteService<>("notification-service", client, signer, config.commandDeadline());
    }

    @Produces
    @Singleton
    RemoteService<MeetingServiceClient> meetingService(@RestClient MeetingServiceClient client) {
        return new RemoteService<>("meeting-service", client, signer, config.commandDeadline());
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
