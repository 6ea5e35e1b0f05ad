package dev.foyer.notification.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Settings of this service, besides those of the kit and of sending ({@code foyer.mail}). */
@ConfigMapping(prefix = "foyer")
public interface NotificationConfig {

    /** How long after its PIN was made a mail may be sent at most; not longer than {@code pin.deliveries} remembers. */
    @WithDefault("7d")
    Duration holdTime();

    /**
     * The moment of the backup that this Foyer was restored from, such as 2026-11-27T10:15:30Z: what was made until then and is
     * not sent waits for an administrator ({@code RESTORED}), because it may have left since. {@code ./foyer restore} says it.
     */
    Optional<Instant> restoredAt();

    /**
     * A JWK set with our EC pairs (P-256): PINs are sealed to the first, the others open what was sealed before; RSA keys
     * after it open what was sealed before 0.3.
     */
    Path deliveryKeysFile();

    /** A JWK set of our EC pairs (P-256); with the first we sign which delivery keys are ours. */
    Path signingKeysFile();

    /** A JWK set of the public keys whose signature we believe in {@code pin.deliveries}: pin-service's. */
    Path pinSignersFile();
}
