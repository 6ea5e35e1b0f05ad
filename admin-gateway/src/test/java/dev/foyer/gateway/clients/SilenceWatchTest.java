package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.gateway.clients.SilenceWatch.NobodyThere;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-L6")
class SilenceWatchTest {

    @Test
    void aServiceThatAnswersNothingIsNotWaitedFor() {
        SilenceWatch watch = new SilenceWatch(() -> false);
        assertThrows(NobodyThere.class, () -> watch.during(() -> waitFor(new CountDownLatch(1))));
    }

    /** On a machine that is overloaded the question may be lost. */
    @Test
    void aServiceThatAnswersOthersIsWaitedFor() {
        AtomicReference<SilenceWatch> watch = new AtomicReference<>();
        CountDownLatch askedTwice = new CountDownLatch(2);
        watch.set(new SilenceWatch(() -> {
            watch.get().during(() -> "another call");
            askedTwice.countDown();
            return false;
        }));
        assertEquals("answer", watch.get().during(() -> waitFor(askedTwice)));
    }

    private static String waitFor(CountDownLatch done) {
        try {
            return done.await(30, TimeUnit.SECONDS) ? "answer" : "too late";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
