package dev.foyer.service.filter;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** By which names the management port is asked. */
@ConfigMapping(prefix = "foyer")
public interface ManagementConfig {

    /** Names, without port, under which probes and Prometheus ask; {@code localhost} and IP addresses need not be named. */
    Optional<List<String>> managementHosts();
}
