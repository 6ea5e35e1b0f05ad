package dev.foyer.gateway.signin;

import dev.foyer.base.Problem;
import dev.foyer.gateway.clients.PinServiceClient.FailureCounted;
import dev.foyer.gateway.scim.WrongTokens;
import dev.foyer.gateway.signin.Attempt.Channel;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Wrong tokens of directory systems, counted and slowed as wrong passwords are: all of an address together, as if they were one
 * name. A right token never waits, for nobody finds 256 random bits by trying, and what shares its address with somebody who tries must go on
 * working. Thread-safe; blocks.
 */
@ApplicationScoped
public class TokenGuesses implements WrongTokens {

    private static final Logger LOG = Logger.getLogger(TokenGuesses.class);
    private static final int TOO_MANY = 429;

    /** No account is called so: it has a space. */
    private static final String NAME = "scim token";

    @Inject
    Delays delays;

    @Inject
    Counting counting;

    @Inject
    SessionKey key;

    @Inject
    SignInReport report;

    @Override
    public Optional<Duration> wrong(RoutingContext request) {
        Attempt attempt = Attempt.of(request, Channel.API);
        String name = key.digestOfName(NAME);
        Optional<Duration> wait = waitOf(attempt, name);
        if (wait.isPresent()) {
            report.delayed(attempt);
            return wait;
        }
        report.failed(attempt);
        try {
            FailureCounted counted =
                    counting.failed(attempt, name, Optional.empty()).body();
            delays.heard(attempt.address(), name, counted.nameUntil(), counted.until());
            return Optional.empty();
        } catch (Problem.ProblemException e) {
            if (e.problem().status() == TOO_MANY) {
                long seconds = Long.parseLong(e.problem().headers().getOrDefault("Retry-After", "1"));
                delays.heard(attempt.address(), name, Instant.now().plusSeconds(seconds), null);
                return Optional.of(Duration.ofSeconds(seconds));
            }
            delays.notCounted(attempt.address(), name);
            LOG.warnf("A wrong token is not counted: %s", e.problem().title());
            return Optional.empty();
        }
    }

    private Optional<Duration> waitOf(Attempt attempt, String name) {
        return delays.until(attempt.address(), name, Optional.empty())
                .map(until -> Duration.between(Instant.now(), until).plusSeconds(1));
    }
}
