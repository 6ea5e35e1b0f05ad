package dev.foyer.service.eventsourced.peers;

import dev.foyer.base.tls.MutualTls;
import dev.foyer.service.eventsourced.EventSourcedConfig;
import dev.foyer.service.tls.FollowingOptions;
import dev.foyer.service.tls.OwnIdentity;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the application port proves and believes, and that it is never plain but in tests. */
@ApplicationScoped
public class InternalTls implements HttpServerOptionsCustomizer {

    /** The name of our settings in Quarkus' TLS registry. */
    private static final String NAME = "internal";

    private static final String PLAIN = "quarkus.http.insecure-requests";
    private static final String REGISTRY = "quarkus.http.tls-configuration-name";

    @Inject
    OwnIdentity identity;

    @Inject
    EventSourcedConfig config;

    @ConfigProperty(name = PLAIN)
    Optional<String> plain;

    @ConfigProperty(name = REGISTRY)
    Optional<String> registered;

    @Produces
    @Identifier(NAME)
    KeyStoreProvider own() {
        return FollowingOptions.own(identity.tls());
    }

    /** Names are looked at by the {@link PeerFilter}: they differ from resource to resource. */
    @Produces
    @Identifier(NAME)
    TrustStoreProvider peers() {
        return FollowingOptions.trust(identity.tls().map(MutualTls::anyPeer));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSslEngineOptions(new WholeHandshakes());
    }

    /** @throws ConfigurationException one sentence */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.TEST) {
            return;
        }
        if (!plain.orElse("").equals("disabled") || !registered.orElse("").equals(NAME)) {
            throw new ConfigurationException("Services answer each other over mutual TLS only; leave " + PLAIN
                    + " at disabled and " + REGISTRY + " at " + NAME + ".");
        }
        if (!config.instanceUrl().startsWith("https://")) {
            throw new ConfigurationException("Other instances would send commands in clear to " + config.instanceUrl()
                    + " (foyer.instance-url); it must be an https address.");
        }
    }
}
