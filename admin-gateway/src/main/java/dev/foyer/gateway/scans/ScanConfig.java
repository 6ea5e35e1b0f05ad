package dev.foyer.gateway.scans;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** What telling callers apart needs. */
@ConfigMapping(prefix = "foyer")
public interface ScanConfig {

    /** The secret that all instances of the gateway share; numbers of callers are counted under digests made with it. */
    Path sessionKeyFile();
}
