package dev.foyer.proof.front;

import java.util.ArrayList;
import java.util.List;

/** All that was measured in one run, to be compared. */
final class Measurements {

    private final List<Measured> all = new ArrayList<>();

    void add(Measured one) {
        all.add(one);
    }

    Measured of(String name, int connections) {
        return all.stream()
                .filter(one -> one.name().equals(name) && one.connections() == connections)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not measured: " + name));
    }

    double perSecond(String name, int connections) {
        return of(name, connections).perSecond();
    }
}
