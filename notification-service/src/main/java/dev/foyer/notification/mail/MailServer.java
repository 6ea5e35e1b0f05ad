package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import dev.foyer.base.SteadyClock;
import dev.foyer.notification.domain.Reasons;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * How the mail server does, and whether it is worth asking. While it does not take any mail, one mail at a time tries it, and
 * the others wait without having tried; when it takes one again, all who wait for anything it did are woken. Everything else in
 * the service goes on: health says degraded, and stays up. Thread-safe.
 */
final class MailServer {

    private static final Logger LOG = Logger.getLogger(MailServer.class);

    /** So often in a row it takes nothing, whichever mail it was asked for, before the others stop asking. */
    static final int ENOUGH = 3;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock = Clock.systemUTC();
    private final InstantSource steady;
    private final Backoff probes;
    private Runnable back = () -> {};
    private Trouble trouble;
    private int tookNothing;
    private Instant nextProbe;
    private final Returns returns;

    /** @param firstProbe how long nobody asks at first */
    MailServer(Duration firstProbe) {
        this(firstProbe, new SteadyClock());
    }

    MailServer(Duration firstProbe, InstantSource steady) {
        Duration longest = firstProbe.compareTo(LONGEST) < 0 ? LONGEST : firstProbe;
        this.probes = Backoff.between(firstProbe, longest).withJitter(0.3);
        this.steady = steady;
        this.returns = new Returns(steady);
    }

    /** @param what without the server's own words */
    private record Trouble(String what, Instant since) {}

    /** @param wake is run when it takes mails again after a time in which it did not */
    synchronized void onceBack(Runnable wake) {
        back = wake;
    }

    /** How long nobody should ask it; zero: go, and others wait meanwhile when it is in trouble. */
    synchronized Duration closedFor() {
        if (nextProbe == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(steady.instant(), nextProbe);
        if (left.isPositive()) {
            return left;
        }
        nextProbe = steady.instant().plus(probes.after(tookNothing - ENOUGH + 1));
        return Duration.ZERO;
    }

    /** Whether it is asked by one mail at a time only. */
    synchronized boolean closed() {
        return nextProbe != null;
    }

    /** @param attempt in which it was spoken to, or could not be */
    void heard(Attempt attempt) {
        boolean wake = note(attempt);
        if (wake) {
            back.run();
        }
    }

    private synchronized boolean note(Attempt attempt) {
        switch (attempt) {
            case Attempt.Deferred(String problem, boolean ofServer) -> {
                if (ofServer) {
                    returns.wasAway();
                    troubled(Reasons.wordOf(problem));
                } else {
                    returns.refused();
                    well(); // it does not take this one, or not now, so it is there
                }
                return false;
            }
            case Attempt.Accepted _ -> {
                well();
                return returns.took();
            }
            case Attempt.Failed(String _, boolean tried) -> {
                if (tried) {
                    well();
                }
                return false;
            }
        }
    }

    private void troubled(String what) {
        if (trouble == null) {
            LOG.warnf("The mail server takes no mails (%s); they wait.", what);
        }
        trouble = new Trouble(what, trouble == null ? clock.instant() : trouble.since());
        tookNothing++;
        if (tookNothing >= ENOUGH) {
            nextProbe = steady.instant().plus(probes.after(tookNothing - ENOUGH + 1));
        }
    }

    private void well() {
        if (trouble != null) {
            LOG.infof("The mail server takes mails again; it did not since %s.", trouble.since());
        }
        trouble = null;
        tookNothing = 0;
        nextProbe = null;
    }

    synchronized HealthCheckResponse health() {
        var response = HealthCheckResponse.named("mail server").up().withData("degraded", trouble != null);
        if (trouble != null) {
            response.withData("missing", trouble.what())
                    .withData("since", trouble.since().toString());
        }
        return response.build();
    }
}
