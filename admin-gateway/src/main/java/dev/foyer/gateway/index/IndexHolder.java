package dev.foyer.gateway.index;

import dev.foyer.base.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.AlreadyClosedException;

/** Gives questions to the index that is open at the moment. Thread-safe. */
final class IndexHolder {

    private volatile LiveIndex open;
    private volatile boolean caughtUp;

    /** Something that is asked of the live index. */
    @FunctionalInterface
    interface Question<T> {
        T of(LiveIndex index) throws IOException;
    }

    void opened(LiveIndex index) {
        open = index;
    }

    void closed() {
        caughtUp = false;
        open = null;
    }

    /** From now on what is asked may be answered: the index shows all that was there when it was opened. */
    void caughtUp() {
        caughtUp = true;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** @throws Unavailable while the index is being built: an answer would say "unknown" of what is only not read yet */
    <T> T ask(Question<T> question) {
        LiveIndex index = open;
        if (index == null || !caughtUp) {
            throw recovering();
        }
        try {
            return question.of(index);
        } catch (AlreadyClosedException _) {
            throw recovering();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unavailable recovering() {
        return new Unavailable(
                Unavailable.Reason.RECOVERING,
                "The gateway is still reading the events that its view is made of. Try again in a moment.");
    }
}
