package dev.foyer.testing.fuzz;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Choices, all from one seed. Not thread-safe. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Happens once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    void shuffle(List<?> some) {
        Collections.shuffle(some, Random.from(random));
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
