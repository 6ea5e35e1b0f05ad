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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares passwords with hashes. HTTP Basic sends the password with every request, so a right one is remembered for some
 * seconds, as an HMAC under a key that this process made and nobody else has. Thread-safe.
 */
public final class Passwords {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int REMEMBERED_AT_MOST = 1_000;

    /** Each takes a processor and memory; more at once would let strangers take both from everybody. */
    private static final int HASHES_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Accounts> accounts;
    private final SecretKeySpec key;
    private final Semaphore room = new Semaphore(HASHES_AT_ONCE, true);
    private final Cache<ByteBuffer, String> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_AT_MOST)
            .build();

    /** @param accounts those in force now */
    Passwords(Supplier<Accounts> accounts) {
        this.accounts = accounts;
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
        String fingerprint = verified.getIfPresent(digest(name, password, address));
        return accounts.get().named(name).filter(known -> known.fingerprint().equals(fingerprint));
    }

    /**
     * The account of that name and password; takes the same time whether the name or the password is wrong. Blocks.
     *
     * @param address where it is remembered
     * @throws Problem.ProblemException 503 when there is no room in time
     */
    public Optional<Accounts.Known> check(String name, char[] password, String address) {
        Optional<Accounts.Known> known = accounts.get().named(name);
        String hash = known.map(Accounts.Known::passwordHash).orElse(PasswordHash.OF_NOBODY);
        boolean right = compared(password, hash);
        Optional<Accounts.Known> signedIn = known.filter(_ -> right);
        signedIn.ifPresent(account -> verified.put(digest(name, password, address), account.fingerprint()));
        return signedIn;
    }

    private boolean compared(char[] password, String hash) {
        boolean entered = false;
        try {
            entered = room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!entered) {
                throw busy();
            }
            return PasswordHash.matches(password, hash);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            if (entered) {
                room.release();
            }
        }
    }

    private static Problem.ProblemException busy() {
        return Problem.unavailable("sign-in-busy", "Too many passwords are being compared; try again in a moment.", 1)
                .exception();
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
