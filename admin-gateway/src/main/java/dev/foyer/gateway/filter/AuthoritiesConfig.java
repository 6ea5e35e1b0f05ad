package dev.foyer.gateway.filter;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** By which names the gateway is called. */
@ConfigMapping(prefix = "foyer")
public interface AuthoritiesConfig {

    /**
     * Host, or host and port, as it stands in the browser's address line, for each name of ours; without any, the loopback
     * names with the port that was connected to.
     */
    Optional<List<String>> publicAuthorities();
}
