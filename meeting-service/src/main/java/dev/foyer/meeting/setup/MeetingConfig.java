package dev.foyer.meeting.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings that only this service has. */
@ConfigMapping(prefix = "foyer.meeting")
public interface MeetingConfig {

    /**
     * How long an answer about a conference ID that we do not know waits until {@code pin.events} is caught up, where its
     * user's enabling may stand; then the answer is that it does not exist.
     */
    @WithDefault("1s")
    Duration awaitNewsAtMost();

    /**
     * How long nothing may be heard of a call whose bridge has ever sent a heartbeat; then it has left. Of tenants that have not
     * chosen another time (setting callSilence). After a time in which this service was down there is half of it to be heard in.
     * Calls of bridges that never sent one are exempt.
     */
    @WithDefault("10m")
    Duration callSilence();

    /** How many call legs may be in one meeting and its lobby, and how many signed-in participants; one more is refused. */
    @WithDefault("15000")
    int mostCalls();

    /**
     * How many call legs of one tenant may be in its meetings and lobbies, of those that one instance owns; one more is refused. So
     * that no tenant takes the memory of all others.
     */
    @WithDefault("100000")
    int mostCallsOfTenant();
}
