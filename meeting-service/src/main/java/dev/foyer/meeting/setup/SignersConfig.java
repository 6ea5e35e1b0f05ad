package dev.foyer.meeting.setup;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Whom we believe that a PIN was right. */
@ConfigMapping(prefix = "foyer")
public interface SignersConfig {

    /** JWK set of the public keys whose signature we believe in {@code organizer.verified}: pin-service's. */
    Path pinSignersFile();
}
