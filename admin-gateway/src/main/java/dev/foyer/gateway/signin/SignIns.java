package dev.foyer.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.base.Problem;
import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.accounts.AccountsRunner;
import dev.foyer.gateway.accounts.Passwords;
import dev.foyer.gateway.clients.PinServiceClient.FailureCounted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Signing in by name and password, so that guessing costs. Who is right pays nothing: a password that was right a moment
 * ago passes at once, and pin-service hears of an address only once. Who is wrong is counted there, and the answer waits
 * for it. Attempts of one name from one address go one after the other, so that a thousand at once are a thousand in turn,
 * of which the sixth begins to wait. Where the account signed in before, a wait makes slow instead of keeping out, because
 * whoever guesses there has the same address as whoever works there: one comparison a second. Thread-safe.
 */
@ApplicationScoped
public class SignIns {

    private static final Logger LOG = Logger.getLogger(SignIns.class);
    private static final int STRIPES = 256;
    private static final Duration SLOWLY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;

    @Inject
    AccountsRunner runner;

    @Inject
    SessionKey key;

    @Inject
    Delays delays;

    @Inject
    Counting counting;

    @Inject
    SignInReport report;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);
    private final Pace pace = new Pace(SLOWLY);
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    /** The account, if this password was right from there a moment ago. Quick. */
    Optional<Accounts.Known> remembered(String name, char[] password, Attempt attempt) {
        return runner.passwords().remembered(name, password, attempt.address());
    }

    /**
     * The account of that name and password; empty when one of them is wrong. Blocks.
     *
     * @throws Problem.ProblemException 429 while it has to wait, whether or not the password is right
     */
    Optional<Accounts.Known> check(String name, char[] password, Attempt attempt) {
        Tried tried = new Tried(
                name,
                password,
                key.digestOfName(name),
                attempt,
                runner.accounts().named(name));
        boolean noGuess = runner.passwords().wasRight(name, password, attempt.address());
        ReentrantLock turn = turn(attempt.address() + tried.digest() + noGuess);
        Optional<Instant> wait = noGuess ? Optional.empty() : waitOf(tried);
        if (wait.isEmpty()) {
            enter(turn, tried);
            try {
                wait = noGuess ? Optional.empty() : waitOf(tried);
                if (wait.isEmpty()) {
                    return compared(tried, noGuess);
                }
            } finally {
                turn.unlock();
            }
        }
        if (isAtHome(tried)) {
            return slowly(tried);
        }
        report.delayed(attempt);
        throw tooMany(Math.max(1, Duration.between(Instant.now(), wait.get()).toSeconds() + 1))
                .exception();
    }

    /**
     * @param digest of the name
     * @param account of that name, if there is one
     */
    private record Tried(
            String name, char[] password, String digest, Attempt attempt, Optional<Accounts.Known> account) {

        String address() {
            return attempt.address();
        }
    }

    private Optional<Instant> waitOf(Tried tried) {
        return delays.until(tried.address(), tried.digest(), tried.account());
    }

    /** Whether the account signed in from there before. */
    private boolean isAtHome(Tried tried) {
        return tried.account()
                .filter(account -> delays.isKnown(tried.address(), account))
                .isPresent();
    }

    private Optional<Accounts.Known> slowly(Tried tried) {
        return pace.inTurn(tried.address() + " " + tried.digest(), () -> compared(tried, false))
                .orElseThrow(() -> {
                    report.delayed(tried.attempt());
                    return tooMany(Pace.LINE).exception();
                });
    }

    private Optional<Accounts.Known> compared(Tried tried, boolean noGuess) {
        Passwords passwords = runner.passwords();
        Optional<Accounts.Known> right = passwords
                .remembered(tried.name(), tried.password(), tried.address())
                .or(() -> passwords.check(tried.name(), tried.password(), tried.address(), noGuess || isAtHome(tried)));
        right.ifPresentOrElse(known -> succeeded(known, tried), () -> failed(tried));
        return right;
    }

    private ReentrantLock turn(String of) {
        return stripes[Math.floorMod(of.hashCode(), STRIPES)];
    }

    private void enter(ReentrantLock turn, Tried tried) {
        if (!enters(turn)) {
            report.delayed(tried.attempt());
            throw tooMany(1).exception();
        }
    }

    private static boolean enters(ReentrantLock turn) {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Beside the request: whoever is right does not wait for pin-service. A session of the page notes itself. */
    private void succeeded(Accounts.Known known, Tried tried) {
        Attempt attempt = tried.attempt();
        report.succeeded(attempt);
        if (delays.forget(attempt.address(), tried.digest())) {
            beside(known, () -> counting.forget(known.account(), attempt, tried.digest()));
        }
        String where = known.account().tenant() + "/" + known.account().name() + " " + attempt.address();
        if (attempt.channel() == Attempt.Channel.API
                && !delays.isKnown(attempt.address(), known)
                && noted.asMap().putIfAbsent(where, true) == null) {
            beside(known, () -> note(known, attempt, where));
        }
    }

    private void note(Accounts.Known known, Attempt attempt, String where) {
        try {
            counting.signedIn(known.account(), attempt);
        } catch (RuntimeException e) {
            noted.invalidate(where); // the next sign-in tries again
            throw e;
        }
    }

    private static void beside(Accounts.Known known, Runnable what) {
        Thread.startVirtualThread(() -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.debugf("A sign-in of %s is not noted: %s", known, e.getMessage());
            }
        });
    }

    /** During a wait nothing is counted, so that the wait ends. */
    private void failed(Tried tried) {
        Attempt attempt = tried.attempt();
        report.failed(attempt);
        if (waitOf(tried).isPresent()) {
            return;
        }
        try {
            FailureCounted counted =
                    counting.failed(attempt, tried.digest(), tried.account()).body();
            delays.heard(attempt.address(), tried.digest(), counted.nameUntil(), counted.until());
            Stream.of(counted.nameUntil(), counted.until())
                    .flatMap(Stream::ofNullable)
                    .max(Instant::compareTo)
                    .ifPresent(until -> report.waitBegins(attempt, tried.account(), until));
        } catch (Problem.ProblemException e) {
            if (e.problem().status() == TOO_MANY) {
                cameTooEarly(tried, e.problem());
            } else {
                delays.notCounted(attempt.address(), tried.digest());
                LOG.warnf("A failed sign-in is not counted: %s", e.problem().title());
            }
        }
    }

    /** Another gateway has counted, and its news are not here yet. Where one only has to be slow, the password is wrong. */
    private void cameTooEarly(Tried tried, Problem refusal) {
        long seconds = Long.parseLong(refusal.headers().getOrDefault("Retry-After", "1"));
        delays.heard(tried.address(), tried.digest(), Instant.now().plusSeconds(seconds), null);
        if (!isAtHome(tried)) {
            report.delayed(tried.attempt());
            throw tooMany(seconds).exception();
        }
    }

    private static Problem tooMany(long seconds) {
        return new Problem(
                TOO_MANY,
                "/problems/sign-in-delayed",
                "Too many failed attempts",
                "Wait as long as Retry-After says; until then no password is compared, not even the right one.",
                Map.of("Retry-After", Long.toString(seconds)));
    }
}
