package dev.foyer.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What every service of ours is told from outside. */
@ConfigMapping(prefix = "foyer")
public interface ServiceConfig {

    /** {@code pin-service}, ...: names the consumer groups, the transactional ids, the source of events, and who is asked. */
    String service();

    /** How often files with keys are looked at. */
    @WithDefault("3s")
    Duration keyFileInterval();

    /** A file with nothing but the password of this service's user at the broker, which has the service's name. */
    Optional<Path> kafkaPasswordFile();
}
