package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;
import java.util.List;
import java.util.Optional;

/** Which instances the usual callers may ask while a fault is injected. Thread-safe. */
final class CallerPolicy {

    private volatile boolean silent;
    private volatile Optional<InstanceProcess> excluded = Optional.empty();

    /** They ask nothing; only a zombie is asked, by {@link ZombieRequests}. */
    void silence() {
        silent = true;
    }

    /** They ask again, but not this one. */
    void exclude(InstanceProcess instance) {
        excluded = Optional.of(instance);
        silent = false;
    }

    /** They ask as usual. */
    void asUsual() {
        excluded = Optional.empty();
        silent = false;
    }

    boolean silent() {
        return silent;
    }

    /** Those that may be asked. */
    List<InstanceProcess> mayAsk(List<InstanceProcess> all) {
        Optional<InstanceProcess> without = excluded;
        return all.stream()
                .filter(instance -> without.map(other -> other != instance).orElse(true))
                .toList();
    }
}
