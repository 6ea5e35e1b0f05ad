package dev.foyer.notification.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of this service, besides those of the kit and of sending ({@code foyer.mail}). */
@ConfigMapping(prefix = "foyer")
public interface NotificationConfig {

    /** How long after its PIN was made a mail may be sent at most; not longer than {@code pin.deliveries} remembers. */
    @WithDefault("7d")
    Duration holdTime();

    /** A JWK set with our private RSA keys: PINs are sealed to the first, the others open what was sealed before. */
    Path deliveryKeysFile();

    /** How often the key file is looked at. */
    @WithDefault("3s")
    Duration keyFileInterval();
}
