package dev.foyer.gateway.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where services are, which {@code application.properties} hands to the REST clients, and how long they are waited for. */
@ConfigMapping(prefix = "foyer")
public interface ClientsConfig {

    /** JWK set of our private P-256 keys: requests to services are signed with the first. */
    Path signingKeysFile();

    /** How long a service believes one try of a request, 1 s to 1 min; longer than a try travels. */
    @WithDefault("10s")
    Duration tokenLife();

    /** Where pin-service is. */
    @WithDefault("https://127.0.0.1:8081")
    URI pinServiceUrl();

    /** Where notification-service is. */
    @WithDefault("https://127.0.0.1:8082")
    URI notificationServiceUrl();

    /** Where meeting-service is. */
    @WithDefault("https://127.0.0.1:8083")
    URI meetingServiceUrl();

    /** Where tenants are added and removed, which takes the key to the broker; absent: not over REST. */
    Optional<URI> tenantsUrl();

    /** A JWK set of pin-service's public verification keys (EC, P-256): what callers say is sealed to the first. */
    Path pinVerificationKeysFile();

    /** How often the key file is looked at. */
    @WithDefault("3s")
    Duration keyFileInterval();

    /** How long a service is asked before the caller is told to try again. Longer than a service tries itself. */
    @WithDefault("12s")
    Duration commandDeadline();
}
