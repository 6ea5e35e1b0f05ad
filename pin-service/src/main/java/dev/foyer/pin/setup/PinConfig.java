package dev.foyer.pin.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keys of {@code application.properties} that only pin-service has. */
@ConfigMapping(prefix = "foyer")
public interface PinConfig {

    /** JWK set of oct keys, 256 bit; the first is the current pepper, the others still verify. Either this or pepper. */
    Optional<Path> pepperFile();

    /** Such a set itself, for those who hand secrets over by the environment; it changes by a restart only. */
    Optional<String> pepper();

    /** JWK set of our EC pairs (P-256); the first signs deliveries and verifications. */
    Path signingKeysFile();

    /** JWK set of our EC pairs (P-256); the gateway seals what callers say to the first, the others still open. */
    Path verificationKeysFile();

    /** JWK set of the public keys whose signature we believe in {@code notification.keys}: notification-service's. */
    Path notificationSignersFile();

    /**
     * How long a conference ID stays reserved for an enabling that does not come back, and how long giving one back may
     * take before it is tried again; longer than any request waits.
     */
    @WithDefault("60s")
    Duration conferenceIdPatience();

    /** How often one user's PIN may be reset within an hour, whoever asks; more is 429. At least 1. */
    @WithDefault("10")
    int resetsPerUser();

    /** How many PINs one account may reset at once, and again over each hour, at each instance; more is 429. At least 1. */
    @WithDefault("1000")
    int resetsPerActor();
}
