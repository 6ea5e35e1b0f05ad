package dev.foyer.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.index.AccountEntry;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.SourceEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has to wait before a password is compared: what pin-service decided, from the index that all gateways fold and, for
 * the moment until it shows there, from its answers to this one. Thread-safe.
 */
@ApplicationScoped
class Delays {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** So long pin-service remembers a failure. */
    private static final Duration COUNTED = Duration.ofHours(1);

    private static final int REMEMBERED = 10_000;

    /** While nobody counts for us: as many failures are free as pin-service gives, then each costs this. */
    private static final int FREE_WITHOUT_SERVICE = 5;

    private static final Duration WITHOUT_SERVICE = Duration.ofSeconds(2);

    @Inject
    ReadModel index;

    private final Cache<String, Instant> heard = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumSize(REMEMBERED)
            .build();
    private final Cache<String, Boolean> failed = Caffeine.newBuilder()
            .expireAfterWrite(COUNTED)
            .maximumSize(REMEMBERED)
            .build();
    private final Cache<String, Integer> uncounted = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumSize(REMEMBERED)
            .build();

    /** Until when this name has to wait at this address; empty when it need not. */
    Optional<Instant> until(String address, String name, Optional<Accounts.Known> account) {
        Optional<AccountEntry> entry = account.flatMap(this::entry);
        Instant now = Instant.now();
        Stream<Instant> ofName = Stream.of(heard.getIfPresent(key(address, name)), ofName(address, name))
                .flatMap(Stream::ofNullable);
        Stream<Instant> ofOthers = Stream.of(
                        heard.getIfPresent(address),
                        source(address).map(SourceEntry::delayedUntil).orElse(null),
                        entry.filter(one -> !one.knows(address))
                                .map(AccountEntry::delayedUntil)
                                .orElse(null))
                .flatMap(Stream::ofNullable);
        return Stream.concat(ofName, ofOthers).filter(now::isBefore).max(Instant::compareTo);
    }

    /** Whether the account signed in from there before; {@code false} also while nobody can tell. */
    boolean isKnown(String address, Accounts.Known account) {
        return entry(account).filter(entry -> entry.knows(address)).isPresent();
    }

    /**
     * That name has signed in from there, so what it failed before is forgotten here.
     *
     * @return whether pin-service may have counted something
     */
    boolean forget(String address, String name) {
        String key = key(address, name);
        boolean counted = failed.asMap().remove(key) != null;
        heard.invalidate(key);
        uncounted.invalidate(key);
        return counted || ofName(address, name) != null;
    }

    void heard(String address, String name, Instant nameUntil, Instant until) {
        failed.put(key(address, name), true);
        if (nameUntil != null) {
            heard.put(key(address, name), nameUntil);
        }
        if (until != null) {
            heard.put(address, until);
        }
    }

    /** pin-service did not answer: guessing must cost something all the same. */
    void notCounted(String address, String name) {
        int failures = uncounted.asMap().merge(key(address, name), 1, Integer::sum);
        if (failures > FREE_WITHOUT_SERVICE) {
            heard.put(key(address, name), Instant.now().plus(WITHOUT_SERVICE));
        }
    }

    private Instant ofName(String address, String name) {
        return source(address).map(one -> one.nameDelayedUntil().get(name)).orElse(null);
    }

    /** While the index is being built nobody knows; pin-service still does, and refuses what comes too early. */
    private Optional<SourceEntry> source(String address) {
        try {
            return index.signInSource(address);
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    private Optional<AccountEntry> entry(Accounts.Known account) {
        try {
            return index.tenant(account.account().tenant())
                    .account(account.account().name());
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    private static String key(String address, String name) {
        return address + " " + name;
    }
}
