package dev.foyer.notification.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What this service is told from outside, besides the broker, the mail server and the kit's own keys. */
@ConfigMapping(prefix = "foyer")
public interface NotificationConfig {

    /** How long after its PIN was made a mail may be sent at most; not longer than {@code pin.deliveries} remembers. */
    @WithDefault("7d")
    Duration holdTime();

    /** A JWK set with our private RSA keys, to which pin-service seals PINs. */
    Path deliveryKeysFile();

    /** How mails are sent. */
    Sending mail();

    /** How mails are sent. */
    interface Sending {

        /** How many mails may be under way at once; not more than {@code quarkus.mailer.max-pool-size}. */
        @WithDefault("4")
        int parallel();

        /** How long a mail server may take for one mail before the attempt counts as failed. */
        @WithDefault("60s")
        Duration patience();

        /** The wait after the first failed attempt; it doubles with each further one. */
        @WithDefault("10s")
        Duration firstRetry();

        /** The longest wait between attempts. */
        @WithDefault("30m")
        Duration longestRetry();
    }
}
