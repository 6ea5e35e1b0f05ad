package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.internal.routing.Transport;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.eventsourced.peers.Instances;
import dev.foyer.service.tls.OwnIdentity;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How this instance speaks to the others of its service. */
@ApplicationScoped
class Transports {

    private static final String KEY = "foyer.instance-url-pattern";

    @Inject
    EventSourcedConfig config;

    @Inject
    ServiceConfig service;

    @Inject
    OwnIdentity identity;

    @Inject
    Instances instances;

    /** @throws ConfigurationException one sentence */
    Transport toOwners() {
        Pattern urls = config.instanceUrlPattern()
                .map(Transports::pattern)
                .orElseGet(() -> Transport.sameHost(config.instanceUrl()));
        if (!urls.matcher(config.instanceUrl()).matches()) {
            throw new ConfigurationException("The other instances would not speak to this one, whose address "
                    + config.instanceUrl() + " (foyer.instance-url) does not match " + urls + " (" + KEY + ").");
        }
        Transport transport = identity.tls()
                .map(tls -> Transport.mutual(tls.clientOf(service.service()), urls))
                .orElseGet(Transport::plain);
        return transport.provedBy(instances::prove);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new ConfigurationException(KEY + " is no regular expression: " + e.getDescription() + ".");
        }
    }
}
