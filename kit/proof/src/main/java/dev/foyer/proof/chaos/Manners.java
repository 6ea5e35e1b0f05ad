package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;
import java.util.List;
import java.util.Optional;

/** What the usual callers leave alone for now. Thread-safe. */
final class Manners {

    private volatile boolean silent;
    private volatile Optional<InstanceProcess> spared = Optional.empty();

    /** Nobody asks anything, except those who question a zombie. */
    void silence() {
        silent = true;
    }

    /** They ask again, but not this one. */
    void spare(InstanceProcess instance) {
        spared = Optional.of(instance);
        silent = false;
    }

    /** They ask as usual. */
    void asUsual() {
        spared = Optional.empty();
        silent = false;
    }

    boolean silent() {
        return silent;
    }

    /** Those that may be asked. */
    List<InstanceProcess> open(List<InstanceProcess> all) {
        Optional<InstanceProcess> not = spared;
        return all.stream()
                .filter(instance -> not.map(other -> other != instance).orElse(true))
                .toList();
    }
}
