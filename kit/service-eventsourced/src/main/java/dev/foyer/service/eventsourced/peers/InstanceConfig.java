package dev.foyer.service.eventsourced.peers;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** How the instances of a service know each other. */
@ConfigMapping(prefix = "foyer")
public interface InstanceConfig {

    /** JWK set of oct keys, 256 bit, the same at all instances of this service and nowhere else: what they hand over is proved with the first. */
    Path instanceKeysFile();
}
