package dev.foyer.meeting.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings that only this service has. */
@ConfigMapping(prefix = "foyer.meeting")
public interface MeetingConfig {

    /**
     * How long a conference ID that nobody knows may wait for the news of its user's enabling, before the answer is
     * that it does not exist.
     */
    @WithDefault("1s")
    Duration awaitNewsAtMost();
}
