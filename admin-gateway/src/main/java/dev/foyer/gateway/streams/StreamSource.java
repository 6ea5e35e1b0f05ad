package dev.foyer.gateway.streams;

import dev.foyer.base.Problem;
import java.util.function.Predicate;

/** Where events come from as they happen. Thread-safe. */
public interface StreamSource {

    /**
     * From now on everything of that tenant that is wanted waits there.
     *
     * @throws Problem.ProblemException 503 when nothing can be heard now
     */
    Subscription subscribe(String tenant, Predicate<Said> wanted) throws InterruptedException;

    /** Nothing more comes. */
    void unsubscribe(Subscription over);

    /** Behind everything that it has got; {@code null} when something waits. */
    Positions quiet(Subscription subscription);
}
