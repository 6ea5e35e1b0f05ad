package dev.foyer.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How mails are sent; where to, is {@code quarkus.mailer}. */
@ConfigMapping(prefix = "foyer.mail")
interface MailConfig {

    /** How many mails of each instance may be in flight at once, each over its own connection: 1 to 32. */
    @WithDefault("8")
    int parallel();

    /** How long a mail server may take for each step: to be connected, and to answer a command. */
    @WithDefault("60s")
    Duration patience();

    /** How long it may take to say that it has the mail; it may be delivering it by then (RFC 5321, 4.5.3.2.6). */
    @WithDefault("10m")
    Duration patienceForAnswer();

    /** How many mails may leave each instance in a minute; no limit when left out. */
    OptionalInt perMinute();

    /** The wait after the first failed attempt; it doubles with each further one. */
    @WithDefault("10s")
    Duration firstRetry();

    /** The longest wait between attempts. */
    @WithDefault("30m")
    Duration longestRetry();

    /** A file with our password at the mail server and nothing else, in place of `quarkus.mailer.password`; another one needs a restart. */
    Optional<Path> passwordFile();

    /** PEM of the authorities, and no others, that the mail server's certificate may have; absent: those that Java trusts. */
    Optional<Path> authoritiesFile();
}
