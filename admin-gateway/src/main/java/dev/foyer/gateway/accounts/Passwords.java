package dev.foyer.gateway.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.base.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares passwords with hashes. HTTP Basic sends the password with every request, so a right one is remembered while it
 * is used, as an HMAC under a key that this process made and nobody else has. Thread-safe.
 */
public final class Passwords {

    /** Without use; also of what has to be compared again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** So long after its comparison a right password is compared again, however much it is used. */
    static final Duration BELIEVED = Duration.ofMinutes(5);

    private static final int REMEMBERED_AT_MOST = 1_000;

    private final Supplier<Accounts> accounts;
    private final SecretKeySpec key;
    private final HashRoom room = new HashRoom();
    private final InstantSource clock;
    private final Cache<ByteBuffer, Right> verified;

    /** @param fingerprint of the account, at the comparison */
    private record Right(String fingerprint, Instant at) {}

    /** @param accounts those in force now */
    Passwords(Supplier<Accounts> accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
        verified = Caffeine.newBuilder()
                .expireAfterAccess(REMEMBERED)
                .maximumSize(REMEMBERED_AT_MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    /**
     * The account, if this password was right a moment ago and nothing about the account has changed. Quick.
     *
     * @param address who asks; what was right from elsewhere is not remembered here, or somebody who has to wait could
     *     try passwords on those who are just at work
     */
    public Optional<Accounts.Known> remembered(String name, char[] password, String address) {
        Right right = verified.getIfPresent(digest(name, password, address));
        return right != null && clock.instant().isBefore(right.at().plus(BELIEVED))
                ? ofThatFingerprint(name, right)
                : Optional.empty();
    }

    /**
     * Whether this password was right from there some minutes ago, and nothing about the account has changed: to compare it
     * is then no guess. Quick.
     */
    public boolean wasRight(String name, char[] password, String address) {
        Right right = verified.getIfPresent(digest(name, password, address));
        return right != null && ofThatFingerprint(name, right).isPresent();
    }

    private Optional<Accounts.Known> ofThatFingerprint(String name, Right right) {
        return accounts.get().named(name).filter(known -> known.fingerprint().equals(right.fingerprint()));
    }

    /**
     * The account of that name and password; takes the same time whether the name or the password is wrong. Blocks.
     *
     * @param address where it is remembered
     * @param isAtHome whether the account signed in from there before: strangers do not keep it waiting
     * @throws Problem.ProblemException 503 when there is no room in time
     */
    public Optional<Accounts.Known> check(String name, char[] password, String address, boolean isAtHome) {
        Optional<Accounts.Known> known = accounts.get().named(name);
        String hash = known.map(Accounts.Known::passwordHash).orElse(PasswordHash.OF_NOBODY);
        boolean right = room.compare(address, isAtHome, () -> PasswordHash.matches(password, hash));
        Optional<Accounts.Known> signedIn = known.filter(_ -> right);
        signedIn.ifPresent(account ->
                verified.put(digest(name, password, address), new Right(account.fingerprint(), clock.instant())));
        return signedIn;
    }

    private ByteBuffer digest(String name, char[] password, String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(name.getBytes(UTF_8));
            mac.update((byte) 0);
            mac.update(address.getBytes(UTF_8));
            mac.update((byte) 0);
            mac.update(UTF_8.encode(CharBuffer.wrap(password)));
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
