package dev.foyer.gateway.scim;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Who hears of tokens that are none. Blocks. */
public interface WrongTokens {

    /** Counts the one of this request. @return how long to wait before another one is looked at; empty: not */
    Optional<Duration> wrong(RoutingContext request);
}
