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
 * of which the sixth begins to wait. Thread-safe.
 */
@ApplicationScoped
public class SignIns {

    private static final Logger LOG = Logger.getLogger(SignIns.class);
    private static final int STRIPES = 256;
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
        String digest = key.digestOfName(name);
        Optional<Accounts.Known> account = runner.accounts().named(name);
        refuseWhileWaiting(attempt, digest, account);
        ReentrantLock turn = stripes[Math.floorMod((attempt.address() + digest).hashCode(), STRIPES)];
        if (!enters(turn)) {
            report.delayed(attempt);
            throw tooMany(1).exception();
        }
        try {
            refuseWhileWaiting(attempt, digest, account);
            Passwords passwords = runner.passwords();
            Optional<Accounts.Known> right = passwords
                    .remembered(name, password, attempt.address())
                    .or(() -> passwords.check(name, password, attempt.address()));
            right.ifPresentOrElse(known -> succeeded(known, attempt), () -> failed(attempt, digest, account));
            return right;
        } finally {
            turn.unlock();
        }
    }

    private void refuseWhileWaiting(Attempt attempt, String digest, Optional<Accounts.Known> account) {
        delays.until(attempt.address(), digest, account).ifPresent(until -> {
            report.delayed(attempt);
            throw tooMany(Math.max(1, Duration.between(Instant.now(), until).toSeconds() + 1))
                    .exception();
        });
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
    private void succeeded(Accounts.Known known, Attempt attempt) {
        report.succeeded(attempt);
        String where = known.account().tenant() + "/" + known.account().name() + " " + attempt.address();
        if (attempt.channel() == Attempt.Channel.API
                && !delays.isKnown(attempt.address(), known)
                && noted.asMap().putIfAbsent(where, true) == null) {
            Thread.startVirtualThread(() -> note(known, attempt, where));
        }
    }

    private void note(Accounts.Known known, Attempt attempt, String where) {
        try {
            counting.signedIn(known.account(), attempt);
        } catch (RuntimeException e) {
            noted.invalidate(where); // the next sign-in tries again
            LOG.debugf("A sign-in of %s is not noted: %s", known, e.getMessage());
        }
    }

    private void failed(Attempt attempt, String digest, Optional<Accounts.Known> account) {
        report.failed(attempt);
        try {
            FailureCounted counted = counting.failed(attempt, digest, account).body();
            delays.heard(attempt.address(), digest, counted.nameUntil(), counted.until());
            Stream.of(counted.nameUntil(), counted.until())
                    .flatMap(Stream::ofNullable)
                    .max(Instant::compareTo)
                    .ifPresent(until -> report.waitBegins(attempt, account, until));
        } catch (Problem.ProblemException e) {
            if (e.problem().status() == TOO_MANY) {
                throw cameTooEarly(attempt, digest, e.problem()).exception();
            }
            delays.notCounted(attempt.address(), digest);
            LOG.warnf("A failed sign-in is not counted: %s", e.problem().title());
        }
    }

    /** Another gateway has counted, and its news are not here yet. */
    private Problem cameTooEarly(Attempt attempt, String digest, Problem refusal) {
        long seconds = Long.parseLong(refusal.headers().getOrDefault("Retry-After", "1"));
        delays.heard(attempt.address(), digest, Instant.now().plusSeconds(seconds), null);
        report.delayed(attempt);
        return tooMany(seconds);
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
