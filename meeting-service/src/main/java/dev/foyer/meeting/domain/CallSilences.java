package dev.foyer.meeting.domain;

import java.time.Duration;

/**
 * After which silence a tenant's calls have left, as far as is known when it is asked (E6). No call keeps what held when it came: what
 * the tenant chooses counts for whoever is connected, too. Must not block; thread-safe.
 */
public interface CallSilences {

    /** Where nothing is chosen and nothing configured. */
    Duration STANDARD = Duration.ofMinutes(10);

    /** Never {@code null}. */
    Duration of(String tenant);

    /** Of a tenant that has chosen nothing. */
    Duration standard();

    /**
     * The shortest that it may turn out to be when all is known: heartbeats are noted by that (a twentieth). What {@link #of} says, where
     * that is known. Never {@code null}.
     */
    default Duration shortestOf(String tenant) {
        return of(tenant);
    }

    /** Another number whenever that of any tenant may have become another one; 0 until it is known what anybody has chosen. */
    long edition();

    /** The same for all, for ever. */
    static CallSilences ofAll(Duration silence) {
        return new CallSilences() {
            @Override
            public Duration of(String tenant) {
                return silence;
            }

            @Override
            public Duration standard() {
                return silence;
            }

            @Override
            public long edition() {
                return 1;
            }
        };
    }
}
