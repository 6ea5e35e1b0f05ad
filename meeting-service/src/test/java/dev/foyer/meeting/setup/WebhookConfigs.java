package dev.foyer.meeting.setup;

import dev.foyer.meeting.webhook.WebhooksConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** What webhooks are configured to, for tests that start no service. */
public final class WebhookConfigs {

    /** With all defaults. */
    public static final WebhooksConfig USUAL = of(Map.of());

    private WebhookConfigs() {}

    /** Beside the defaults. */
    public static WebhooksConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(WebhooksConfig.class)
                .addDiscoveredConverters()
                .withDefaultValue("foyer.webhooks.keys-file", "none")
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(WebhooksConfig.class);
    }
}
