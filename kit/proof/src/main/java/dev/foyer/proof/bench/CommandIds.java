package dev.foyer.proof.bench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Command ids that look like those of real callers, but cost nothing: two random ones that are equal are no concern here. */
final class CommandIds {

    String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
