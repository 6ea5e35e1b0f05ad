package dev.foyer.pin.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Keys of {@code application.properties} that only pin-service has. */
@ConfigMapping(prefix = "foyer")
public interface PinConfig {

    /** JWK set of oct keys, 256 bit; the first is the current pepper, the others still verify. */
    Path pepperFile();

    /** JWK set of notification-service's public RSA keys; the first is the current one. */
    Path deliveryKeysFile();

    /**
     * How long a conference ID stays reserved for an enabling that does not come back, and how long giving one back may
     * take before it is tried again; longer than any request waits.
     */
    @WithDefault("60s")
    Duration conferenceIdPatience();
}
