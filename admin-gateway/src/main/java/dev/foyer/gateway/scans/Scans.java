package dev.foyer.gateway.scans;

import dev.foyer.base.Problem;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.Miss;
import dev.foyer.gateway.clients.PinServiceClient.MissCounted;
import dev.foyer.gateway.clients.RemoteService;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Looks things up for callers so that guessing costs (rule G2). Who is right pays nothing: no request, no wait. A miss is
 * counted at pin-service, beside the answer. A number from which there were many misses guesses one at a time, each when
 * the one before is counted, so that a thousand at once are a thousand in turn; other numbers some at once. Calls without
 * a number are many people: whatever some of them did, what exists is found for the others at once, and only who is wrong
 * is told so late. Blocks its callers, which are virtual threads. Thread-safe.
 */
@ApplicationScoped
public class Scans {

    private static final Logger LOG = Logger.getLogger(Scans.class);

    @Inject
    Refusals refusals;

    @Inject
    RightOnes rightOnes;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ScanReport report;

    @Inject
    RoutingContext routing;

    private final Rooms rooms = new Rooms();
    private final LateMisses late = new LateMisses();

    /**
     * Does what a caller asks for, and sees whether the caller guessed.
     *
     * @param look gets whether nothing may be looked up or compared, because too much was guessed from that number
     * @param missed whether it was a guess, and wrong
     * @throws dev.foyer.base.Problem.ProblemException 503 when so many guess from that number that it has no turn in time:
     *     nobody is told then that something does not exist
     */
    public <T> T look(Guess guess, Function<Boolean, T> look, Predicate<T> missed) {
        return guess.source().isWithheld() ? ofManyPeople(guess, look, missed) : ofOneNumber(guess, look, missed);
    }

    private <T> T ofManyPeople(Guess guess, Function<Boolean, T> look, Predicate<T> missed) {
        T found = look.apply(false);
        if (!missed.test(found)) {
            rightOnes.note(guess);
            return found;
        }
        Refusals.Standing standing = refusals.of(guess);
        Thread.startVirtualThread(() -> count(guess));
        if (standing.waits()) {
            report.late(guess);
            late.until(guess.key(), standing.until(), () -> DelayedGuesses.note(routing));
        }
        return found;
    }

    private <T> T ofOneNumber(Guess guess, Function<Boolean, T> look, Predicate<T> missed) {
        Refusals.Standing standing = refusals.of(guess);
        if (standing.waits()) {
            return refused(guess, look);
        }
        Rooms.Place place = rooms.enter(guess.source().key(), standing.suspect());
        boolean counting = false;
        try {
            if (refusals.of(guess).waits()) {
                return refused(guess, look);
            }
            T found = look.apply(false);
            if (missed.test(found)) {
                counting = true;
                Thread.startVirtualThread(() -> {
                    try {
                        count(guess);
                    } finally {
                        place.leave();
                    }
                });
            } else {
                rightOnes.note(guess);
            }
            return found;
        } finally {
            if (!counting) {
                place.leave();
            }
        }
    }

    /** An administrator says that it was nothing. @throws Problem.ProblemException 404 when there is nothing to clear */
    public Answered<Void> clear(CommandContext command, String source) {
        Answered<Void> done = pinService.run(command, (service, params) -> service.clearSource(params, source));
        refusals.cleared(command.tenant(), source);
        return done;
    }

    /** It was looked up elsewhere, and is none. Returns when it is counted, or cannot be. */
    void missed(Guess guess) {
        count(guess);
    }

    private <T> T refused(Guess guess, Function<Boolean, T> look) {
        report.refused(guess);
        return look.apply(true);
    }

    private void count(Guess guess) {
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
        }
    }
}
