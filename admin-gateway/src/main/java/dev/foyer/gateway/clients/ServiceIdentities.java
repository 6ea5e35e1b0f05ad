package dev.foyer.gateway.clients;

import dev.foyer.service.tls.FollowingOptions;
import dev.foyer.service.tls.OwnIdentity;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.util.List;

/**
 * How we prove to the services that we are the gateway, and believe each of them by its own name: another service's
 * certificate is no better than none. The names are those of the REST clients.
 */
@ApplicationScoped
public class ServiceIdentities {

    private static final String PIN = "pin-service";
    private static final String NOTIFICATION = "notification-service";
    private static final String MEETING = "meeting-service";
    private static final String TENANTS = "tenants";

    @Inject
    OwnIdentity identity;

    @Inject
    ServiceAddresses addresses;

    @Produces
    @Identifier(PIN)
    KeyStoreProvider toPinService() {
        return FollowingOptions.own(identity.tls());
    }

    @Produces
    @Identifier(PIN)
    TrustStoreProvider pinService() {
        return trust(PIN);
    }

    @Produces
    @Identifier(NOTIFICATION)
    KeyStoreProvider toNotificationService() {
        return FollowingOptions.own(identity.tls());
    }

    @Produces
    @Identifier(NOTIFICATION)
    TrustStoreProvider notificationService() {
        return trust(NOTIFICATION);
    }

    @Produces
    @Identifier(MEETING)
    KeyStoreProvider toMeetingService() {
        return FollowingOptions.own(identity.tls());
    }

    @Produces
    @Identifier(MEETING)
    TrustStoreProvider meetingService() {
        return trust(MEETING);
    }

    @Produces
    @Identifier(TENANTS)
    KeyStoreProvider toTenants() {
        return FollowingOptions.own(identity.tls());
    }

    @Produces
    @Identifier(TENANTS)
    TrustStoreProvider tenants() {
        return trust(TENANTS);
    }

    private TrustStoreProvider trust(String service) {
        return FollowingOptions.trust(identity.tls().map(tls -> tls.peer(service)));
    }

    /** @throws ConfigurationException one sentence: PINs and tokens go there */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.TEST) {
            return;
        }
        for (String service : List.of(PIN, NOTIFICATION, MEETING, TENANTS)) {
            checkSecured(service, addresses.of(service));
        }
    }

    private static void checkSecured(String service, URI url) {
        if (!"https".equals(url.getScheme())) {
            throw new ConfigurationException("The address " + url + " of " + service + " (foyer." + service
                    + "-url) is not https, and services are spoken to over mutual TLS only.");
        }
    }
}
