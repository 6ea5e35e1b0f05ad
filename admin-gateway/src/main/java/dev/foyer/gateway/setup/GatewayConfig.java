package dev.foyer.gateway.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What the gateway is told from outside, besides what every service of ours is. */
@ConfigMapping(prefix = "foyer")
public interface GatewayConfig {

    /** Where pin-service is. */
    @WithDefault("http://127.0.0.1:8081")
    URI pinServiceUrl();

    /** Where notification-service is. */
    @WithDefault("http://127.0.0.1:8082")
    URI notificationServiceUrl();

    /** Where meeting-service is. */
    @WithDefault("http://127.0.0.1:8083")
    URI meetingServiceUrl();

    /** The folder of the read model; may be deleted while no gateway runs. */
    @WithDefault("target/gateway-index")
    Path indexDirectory();

    /** JSON: who may sign in, with which password and roles. */
    Path accountsFile();

    /** How long a service is asked before the caller is told to try again. Longer than a service tries itself. */
    @WithDefault("12s")
    Duration commandDeadline();

    /** How long an answer waits for the view to show what it did. */
    @WithDefault("3s")
    Duration viewDeadline();

    /** How long an answer waits, on top, for the mail that another service makes of it. */
    @WithDefault("2s")
    Duration notificationDeadline();
}
