package dev.foyer.service.filter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a process stops that was asked to. */
@ConfigMapping(prefix = "foyer")
public interface StopConfig {

    /**
     * How long new requests are still turned away with 503 before the port is closed: as long as whoever sends requests
     * here takes to see that readiness is down.
     */
    @WithDefault("0s")
    Duration stopNotice();

    /** How long requests under way may take after that; longer than any should. What is left then is cut off. */
    @WithDefault("15s")
    Duration stopTimeout();
}
