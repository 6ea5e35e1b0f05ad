package dev.foyer.meeting.webhook;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.List;

/** What the configuration must not say: each ends the start with one sentence. */
final class WebhookSettings {

    /** The tenants' public topics keep 30 days: what can still be sent again must lie there, with all its waits. */
    private static final Duration MOST_KEPT = Duration.ofDays(25);

    /** A command may be repeated for a day, and clocks differ; see docs/design/ends.md. */
    private static final Duration LEAST_KEPT = Duration.ofHours(25);

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final int MOST_WEBHOOKS = 50;

    private WebhookSettings() {}

    static WebhooksConfig checked(WebhooksConfig config) {
        require(
                config.mostPerTenant() >= 1 && config.mostPerTenant() <= MOST_WEBHOOKS,
                "foyer.webhooks.most-per-tenant must be 1 to " + MOST_WEBHOOKS
                        + ": more would not fit into a snapshot.");
        require(
                config.timeout().isPositive() && config.timeout().compareTo(LONGEST_TIMEOUT) <= 0,
                "foyer.webhooks.timeout must be at most 1 minute.");
        require(
                config.kept().compareTo(LEAST_KEPT) >= 0 && config.kept().compareTo(MOST_KEPT) <= 0,
                "foyer.webhooks.kept must be 25 hours to 25 days: before that a request may be repeated, and after that"
                        + " the events themselves are forgotten.");
        require(
                config.waits().stream().noneMatch(Duration::isNegative)
                        && config.waits().stream()
                                        .reduce(Duration.ZERO, Duration::plus)
                                        .compareTo(MOST_KEPT)
                                <= 0,
                "foyer.webhooks.waits must be 25 days at most, all together: after that the events themselves are"
                        + " forgotten.");
        require(
                !config.bothSecrets().isNegative() && config.failingAtMost().isPositive(),
                "foyer.webhooks.both-secrets and foyer.webhooks.failing-at-most must not be negative.");
        require(
                !config.allowHttp() || config.allowedAddresses().isPresent(),
                "foyer.webhooks.allow-http has no effect without foyer.webhooks.allowed-addresses: http is enough to"
                        + " those addresses only.");
        return config;
    }

    static AddressRules addressRules(WebhooksConfig config) {
        try {
            return new AddressRules(config.allowedAddresses().orElse(List.of()).stream()
                    .map(Cidr::of)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("foyer.webhooks.allowed-addresses: " + e.getMessage());
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ConfigurationException(sentence);
        }
    }
}
