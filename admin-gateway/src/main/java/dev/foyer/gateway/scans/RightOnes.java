package dev.foyer.gateway.scans;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many different conferences were dialled right, or organizers recognised, from a source since its last miss: each
 * speaks for one miss, so that an office behind one number is not taken for a scanner. One that is dialled again within an
 * hour says nothing new, so nobody gets further by dialling an own conference between two guesses. In memory, of this
 * instance, and so approximate: it costs who is right no command. Thread-safe.
 */
@ApplicationScoped
class RightOnes {

    private static final Duration NEWS = Duration.ofHours(1);
    private static final int REMEMBERED = 50_000;

    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().expireAfterWrite(NEWS).maximumSize(REMEMBERED).build();
    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .expireAfterAccess(NEWS)
            .maximumSize(REMEMBERED)
            .build();

    void note(Guess guess) {
        note(guess.key(), guess.thing());
        note(guess.accountKey(), guess.thing());
    }

    private void note(String key, String thing) {
        String news = key + " " + thing;
        if (seen.getIfPresent(news) == null && seen.asMap().putIfAbsent(news, true) == null) {
            counts.get(key, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** Since it was last asked. */
    int take(String key) {
        AtomicInteger count = counts.getIfPresent(key);
        return count == null ? 0 : count.getAndSet(0);
    }
}
