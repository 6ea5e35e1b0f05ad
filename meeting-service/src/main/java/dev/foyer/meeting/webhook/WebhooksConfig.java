package dev.foyer.meeting.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What webhooks may do and how patient they are. */
@ConfigMapping(prefix = "foyer.webhooks")
public interface WebhooksConfig {

    /** JWK set of pairs of EC keys that only this service's instances have: secrets are sealed to the first. */
    Path keysFile();

    /** How many a tenant may have. */
    @WithDefault("10")
    int mostPerTenant();

    /** Addresses on the inside that may be told all the same, as CIDRs, such as 127.0.0.0/8; none when absent. */
    Optional<List<String>> allowedAddresses();

    /** Whether http is enough; only to addresses that {@link #allowedAddresses} names. */
    @WithDefault("false")
    boolean allowHttp();

    /** PEM of the authorities whose certificates receivers may have; absent: those that Java trusts. */
    Optional<Path> authoritiesFile();

    /** For one attempt: until the head of the answer is there. */
    @WithDefault("15s")
    Duration timeout();

    /** Before the second attempt, the third, and so on; each is longer by up to a fifth. After the last one it is over. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> waits();

    /** How long the old secret signs, too, after a rotation. */
    @WithDefault("24h")
    Duration bothSecrets();

    /** So long nothing has succeeded: the webhook is disabled. */
    @WithDefault("5d")
    Duration failingAtMost();

    /** How long it is remembered what became of a delivery; then it cannot be sent again. At least 25 h, at most 25 days. */
    @WithDefault("7d")
    Duration kept();
}
