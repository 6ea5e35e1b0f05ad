package dev.foyer.gateway.scans;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.clients.PinServiceClient.MissCounted;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.ScanEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is refused from where: what pin-service decided, from the index that all gateways fold and, for the moment until it
 * shows there, from its answers to this one. Thread-safe.
 */
@ApplicationScoped
class Refusals {

    /** Longer than the index takes to show it; short, because another gateway may hear that it was cleared. */
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(10);

    /** A source that had to wait so lately guesses one at a time. */
    private static final Duration SUSPECT = Duration.ofHours(2);

    private static final int REMEMBERED = 10_000;

    /** While nobody counts for us: as many misses are free as pin-service gives a number, then each costs this. */
    private static final int FREE_WITHOUT_SERVICE = 10;

    private static final Duration WITHOUT_SERVICE = Duration.ofSeconds(10);

    @Inject
    ReadModel index;

    private final Cache<String, MissCounted> heard = Caffeine.newBuilder()
            .expireAfterWrite(UNTIL_SHOWN)
            .maximumSize(REMEMBERED)
            .build();
    private final Cache<String, Integer> uncounted = Caffeine.newBuilder()
            .expireAfterWrite(SUSPECT)
            .maximumSize(REMEMBERED)
            .build();

    /**
     * Of one source, for one kind of guess.
     *
     * @param until what is guessed has to wait; {@code null}: it need not, and need not have lately
     */
    record Standing(Instant until) {

        private static final Standing CLEAR = new Standing(null);

        boolean waits() {
            return until != null && Instant.now().isBefore(until);
        }

        /** Over what is free: it guesses one at a time. */
        boolean suspect() {
            return until != null;
        }
    }

    Standing of(Guess guess) {
        MissCounted answer = heard.getIfPresent(guess.source().key());
        Optional<ScanEntry> entry = entry(guess.source());
        if (answer == null && entry.isEmpty()) {
            return Standing.CLEAR;
        }
        Instant told = answer == null ? null : guess.isAtPin() ? answer.pinsRefusedUntil() : answer.idsRefusedUntil();
        Instant shown = entry.map(guess.isAtPin() ? ScanEntry::pinsRefusedUntil : ScanEntry::conferenceIdsRefusedUntil)
                .orElse(null);
        Instant lately = Instant.now().minus(SUSPECT);
        return new Standing(Stream.of(told, shown)
                .flatMap(Stream::ofNullable)
                .filter(lately::isBefore)
                .max(Instant::compareTo)
                .orElse(null));
    }

    void heard(CallSource source, MissCounted counted) {
        heard.put(source.key(), counted);
    }

    /** pin-service did not answer: guessing must cost something all the same. */
    void notCounted(CallSource source) {
        int misses = uncounted.asMap().merge(source.key(), 1, Integer::sum);
        if (misses > FREE_WITHOUT_SERVICE) {
            Instant until = Instant.now().plus(WITHOUT_SERVICE);
            heard.put(source.key(), new MissCounted(until, until));
        }
    }

    void cleared(String tenant, String source) {
        heard.invalidate(tenant + "/" + source);
        uncounted.invalidate(tenant + "/" + source);
    }

    /** While the index is being built nobody knows, and no call gets far either. */
    private Optional<ScanEntry> entry(CallSource source) {
        try {
            return index.tenant(source.tenant()).scan(source.id());
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }
}
