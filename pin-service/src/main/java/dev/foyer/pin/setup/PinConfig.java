package dev.foyer.pin.setup;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Keys of {@code application.properties} that only pin-service has. */
@ConfigMapping(prefix = "foyer")
public interface PinConfig {

    /** JWK set of oct keys, 256 bit; the first is the current pepper, the others still verify. */
    Path pepperFile();

    /** JWK set of notification-service's public RSA keys; the first is the current one. */
    Path deliveryKeysFile();
}
