package dev.foyer.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * How the mail server did at the last attempt. Mails wait while it does not take any, and everything else goes on: so
 * health says that it is degraded, and stays up. Thread-safe.
 */
@ApplicationScoped
class MailServer {

    private static final Logger LOG = Logger.getLogger(MailServer.class);

    private final Clock clock = Clock.systemUTC();
    private volatile Trouble trouble;

    /** @param what without the server's own words */
    private record Trouble(String what, Instant since) {}

    /** @param attempt in which it was spoken to, or could not be */
    synchronized void heard(Attempt attempt) {
        switch (attempt) {
            case Attempt.Deferred(String problem) -> troubled(problem.replaceFirst("(?s):.*", ""));
            case Attempt.Accepted _ -> well();
            case Attempt.Failed(String _, boolean tried) -> {
                if (tried) {
                    well(); // it refuses this mail, so it is there
                }
            }
        }
    }

    private void troubled(String what) {
        if (trouble == null) {
            LOG.warnf("The mail server takes no mails (%s); they wait.", what);
        }
        trouble = new Trouble(what, trouble == null ? clock.instant() : trouble.since());
    }

    private void well() {
        if (trouble != null) {
            LOG.infof("The mail server takes mails again; it did not since %s.", trouble.since());
        }
        trouble = null;
    }

    /** By a producer: as a qualifier of the class, readiness would be the only way to ask for it. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck report() {
        return this::health;
    }

    HealthCheckResponse health() {
        Trouble now = trouble;
        var response = HealthCheckResponse.named("mail server").up().withData("degraded", now != null);
        if (now != null) {
            response.withData("missing", now.what())
                    .withData("since", now.since().toString());
        }
        return response.build();
    }
}
