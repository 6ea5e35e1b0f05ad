package dev.foyer.gateway.live;

import dev.foyer.gateway.streams.StreamLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Of the connections on which pages and dashboards listen. */
@ConfigMapping(prefix = "foyer.live")
public interface LiveConfig {

    /** How far back who comes again is read what they missed; who was away for longer is told {@code reset}, and asks anew. */
    @WithDefault("1h")
    Duration kept();

    /** After so long without an event a comment says that the connection is alive. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Who takes longer to receive one event is cut off. */
    @WithDefault("10s")
    Duration patience();

    /** How long one connection lasts; then the client comes again, and proves again who it is. */
    @WithDefault("15m")
    Duration connectionAge();

    /** How many events wait for one connection; when there are more it is cut off. */
    @WithDefault("2000")
    int buffer();

    /** How many connections this gateway holds. */
    @WithDefault("1000")
    int mostConnections();

    /** And of one tenant: each open page is one. */
    @WithDefault("200")
    int mostOfATenant();

    /** All of them. */
    default StreamLimits limits() {
        return new StreamLimits(kept(), heartbeat(), connectionAge(), buffer(), mostConnections(), mostOfATenant());
    }
}
