package dev.foyer.service;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What every service of ours is told from outside. */
@ConfigMapping(prefix = "foyer")
public interface ServiceConfig {

    /** {@code pin-service}, ...: names the consumer groups, the transactional ids and the source of events. */
    String service();

    /** A file whose one line is the token that callers of the internal API must show. */
    Path internalTokenFile();

    /** A file with nothing but the password of this service's user at the broker, which has the service's name. */
    Optional<Path> kafkaPasswordFile();
}
