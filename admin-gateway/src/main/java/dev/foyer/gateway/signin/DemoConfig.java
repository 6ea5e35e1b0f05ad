package dev.foyer.gateway.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is there for visitors only. */
@ConfigMapping(prefix = "foyer")
public interface DemoConfig {

    /**
     * Whether there is {@code /phone}, by which everybody who reaches the gateway calls in its bridge's name: for a machine on which
     * somebody tries Foyer, never for one where people work.
     */
    @WithDefault("false")
    boolean demo();
}
