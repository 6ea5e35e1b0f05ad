package dev.foyer.gateway.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an answer waits for the read model. */
@ConfigMapping(prefix = "foyer")
public interface ApiConfig {

    /** How long an answer waits for the index to show what it did. */
    @WithDefault("3s")
    Duration viewDeadline();

    /** How long what is to be done about the mail of a new PIN waits until notification-service has taken it, while that is there. */
    @WithDefault("10s")
    Duration notificationDeadline();
}
