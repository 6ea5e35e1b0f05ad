package dev.foyer.proof.bench;

import java.util.function.Consumer;

/** Something that can be asked many things at once. */
@FunctionalInterface
interface SystemUnderTest {

    /**
     * Returns at once.
     *
     * @param answered called from any thread when the answer is there, with {@code null} or why there is none
     */
    void ask(Consumer<Throwable> answered);
}
