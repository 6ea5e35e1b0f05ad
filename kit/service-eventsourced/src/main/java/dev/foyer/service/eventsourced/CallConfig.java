package dev.foyer.service.eventsourced;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How a service knows that the gateway asks. */
@ConfigMapping(prefix = "foyer")
public interface CallConfig {

    /** JWK set of the public P-256 keys that the gateway signs with: the current one, and while they change the next one. */
    Path gatewayKeysFile();

    /** The name by which the gateway signs. */
    @WithDefault("admin-gateway")
    String gatewayName();

    /** By how much the gateway's clock and ours may differ, in whole seconds up to 30 s. */
    @WithDefault("2s")
    Duration clockSkew();
}
