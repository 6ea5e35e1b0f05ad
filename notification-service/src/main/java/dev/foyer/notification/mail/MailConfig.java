package dev.foyer.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are sent; where to, is {@code quarkus.mailer}. */
@ConfigMapping(prefix = "foyer.mail")
interface MailConfig {

    /** How many mails may be in flight at once; not more than {@code quarkus.mailer.max-pool-size}. */
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
