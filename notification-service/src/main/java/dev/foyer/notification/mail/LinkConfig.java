package dev.foyer.notification.mail;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the links in mails lead. */
@ConfigMapping(prefix = "foyer")
interface LinkConfig {

    /** The gateway's https address as people know it; on a machine of one's own {@code http://127.0.0.1:8080} when left out. */
    Optional<String> publicUrl();
}
