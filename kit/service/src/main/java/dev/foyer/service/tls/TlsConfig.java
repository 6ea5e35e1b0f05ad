package dev.foyer.service.tls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** With what a service proves its name to the others. Only tests go without. */
@ConfigMapping(prefix = "foyer.tls")
public interface TlsConfig {

    /** Our certificate with its DNS name, PEM, followed by those between it and the authority. */
    Optional<Path> certificateFile();

    /** Its private key, PKCS#8 in PEM; may be the same file. */
    Optional<Path> keyFile();

    /** The authorities whose certificates we believe, PEM; two while one follows the other. */
    Optional<Path> authoritiesFile();

    /** How often the files are looked at; what is new there counts from the next handshake on. */
    @WithDefault("3s")
    Duration fileInterval();

    /** A connection that is older than this is ended after its next answer, so that its peer proves its name again. */
    @WithDefault("10m")
    Duration connectionAge();
}
