package dev.foyer.gateway.scans;

import dev.foyer.base.Problem;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.Miss;
import dev.foyer.gateway.clients.PinServiceClient.MissCounted;
import dev.foyer.gateway.clients.RemoteService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks things up for callers so that guessing costs (rule G2). Who is right pays nothing: no request, no wait. A miss is
 * counted at pin-service, beside the answer. From where there were many, one guess is looked up after the other, each when
 * the one before is counted, so that a thousand at once are a thousand in turn; from elsewhere some at once. Blocks
 * its callers, which are virtual threads. Thread-safe.
 */
@ApplicationScoped
public class Scans {

    private static final Logger LOG = Logger.getLogger(Scans.class);
    private static final int STRIPES = 1024;
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Refusals refusals;

    @Inject
    RightOnes rightOnes;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ScanReport report;

    private final Semaphore[] stripes =
            Stream.generate(() -> new Semaphore(AT_ONCE, true)).limit(STRIPES).toArray(Semaphore[]::new);

    /**
     * Does what a caller asks for, and sees whether the caller guessed.
     *
     * @param look gets whether nothing may be looked up or compared, because too much was guessed from there
     * @param missed whether it was a guess, and wrong
     */
    public <T> T look(Guess guess, Function<Boolean, T> look, Predicate<T> missed) {
        Refusals.Standing standing = refusals.of(guess);
        if (standing.refused()) {
            return refused(guess, look);
        }
        Semaphore stripe = stripes[Math.floorMod(guess.source().key().hashCode(), STRIPES)];
        int permits = standing.suspect() ? AT_ONCE : 1;
        if (!enters(stripe, permits)) {
            return refused(guess, look);
        }
        boolean counting = false;
        try {
            if (standing.suspect() && refusals.of(guess).refused()) {
                return refused(guess, look);
            }
            T found = look.apply(false);
            if (missed.test(found)) {
                counting = true;
                Thread.startVirtualThread(() -> count(guess, stripe, permits));
            } else {
                rightOnes.note(guess);
            }
            return found;
        } finally {
            if (!counting) {
                stripe.release(permits);
            }
        }
    }

    /** An administrator says that it was nothing. @throws Problem.ProblemException 404 when there is nothing to clear */
    public Answered<Void> clear(CommandContext command, String source) {
        Answered<Void> done = pinService.run(command, (service, params) -> service.clearSource(params, source));
        refusals.cleared(command.tenant(), source);
        return done;
    }

    private <T> T refused(Guess guess, Function<Boolean, T> look) {
        report.refused(guess);
        return look.apply(true);
    }

    private void count(Guess guess, Semaphore stripe, int permits) {
        try {
            report.missed(guess);
            CommandContext asked = guess.command();
            Miss miss = new Miss(
                    guess.source().number(),
                    guess.organizer(),
                    rightOnes.take(guess.key()),
                    rightOnes.take(guess.accountKey()));
            CommandContext command = new CommandContext(
                    asked.account(), asked.role(), asked.commandId() + "/miss", asked.correlationId());
            MissCounted counted = pinService
                    .call(
                            command,
                            (service, params) ->
                                    service.countMiss(params, guess.source().id(), miss))
                    .body();
            refusals.heard(guess.source(), counted);
            report.counted(guess, counted);
        } catch (Problem.ProblemException e) {
            refusals.notCounted(guess.source());
            LOG.warnf("A miss of a caller is not counted: %s", e.problem().title());
        } finally {
            stripe.release(permits);
        }
    }

    private static boolean enters(Semaphore stripe, int permits) {
        try {
            return stripe.tryAcquire(permits, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
