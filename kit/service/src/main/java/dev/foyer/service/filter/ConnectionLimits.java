package dev.foyer.service.filter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long clients may take; a connection that takes longer is closed. The number of connections is Quarkus's own setting. */
@ConfigMapping(prefix = "foyer")
public interface ConnectionLimits {

    /** From connecting, or from the first byte of a further request, until its headers are whole. */
    @WithDefault("10s")
    Duration headerTimeout();

    /** From the headers until the body is whole; then 408, and the end of the connection. */
    @WithDefault("15s")
    Duration bodyTimeout();

    /** From an answer until the next request; longer than our own clients keep a connection. */
    @WithDefault("75s")
    Duration idleTimeout();
}
