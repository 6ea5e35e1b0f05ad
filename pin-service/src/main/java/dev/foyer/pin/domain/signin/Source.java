package dev.foyer.pin.domain.signin;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An address that failed sign-ins come from. Names are counted whether or not there is an account of that name, so that
 * nobody learns from a wait which ones there are. Immutable.
 *
 * @param all of every name
 * @param byName of the names tried last, by a digest that only the gateway can make: people type passwords there
 */
public record Source(Failures all, Map<String, Failures> byName) {

    static final Source NEW = new Source(Failures.NONE, Map.of());

    /** More than {@link Growth#OF_ADDRESS} lets anybody try before every name waits. */
    private static final int REMEMBERED = 64;

    public Source {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** From when on the next failure would be the first again, so that nobody need know of these any more. */
    Optional<Instant> overAt() {
        return Optional.ofNullable(all.last()).map(Failures::forgottenAt);
    }

    Failures of(String name) {
        return byName.getOrDefault(name, Failures.NONE);
    }

    /** When the last wait that concerns the name ends, if there is one. */
    Instant waitsUntil(String name, Instant now) {
        Instant ofName = of(name).isWaiting(now) ? of(name).until() : null;
        Instant ofAll = all.isWaiting(now) ? all.until() : null;
        if (ofName == null || ofAll == null) {
            return ofName == null ? ofAll : ofName;
        }
        return ofName.isAfter(ofAll) ? ofName : ofAll;
    }

    Source without(String name) {
        LinkedHashMap<String, Failures> next = new LinkedHashMap<>(byName);
        next.remove(name);
        return new Source(all, next);
    }

    Source with(String name, Failures ofName, Failures ofAll) {
        LinkedHashMap<String, Failures> next = new LinkedHashMap<>(byName);
        next.remove(name);
        next.putLast(name, ofName);
        while (next.size() > REMEMBERED) {
            next.pollFirstEntry();
        }
        return new Source(ofAll, next);
    }
}
