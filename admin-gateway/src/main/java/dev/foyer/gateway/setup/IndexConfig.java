package dev.foyer.gateway.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the read model is kept. */
@ConfigMapping(prefix = "foyer")
public interface IndexConfig {

    /** The folder of the read model; may be deleted while no gateway runs. */
    @WithDefault("target/gateway-index")
    Path indexDirectory();
}
