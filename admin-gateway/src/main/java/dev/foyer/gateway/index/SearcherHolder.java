package dev.foyer.gateway.index;

import dev.foyer.base.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/** Gives searches the store that is open at the moment. Thread-safe. */
final class SearcherHolder {

    private volatile SearcherManager open;
    private volatile boolean caughtUp;

    /** Something that is asked of one unchanging view of the index. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    void opened(SearcherManager searchers) {
        open = searchers;
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
    <T> T search(Search<T> search) {
        SearcherManager searchers = open;
        if (searchers == null || !caughtUp) {
            throw recovering();
        }
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
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
