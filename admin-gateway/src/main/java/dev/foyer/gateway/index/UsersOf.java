package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Whose the mails are that match. Used by one thread. */
final class UsersOf extends SimpleCollector {

    private final Set<BytesRef> users;

    private SortedDocValues values;
    private FixedBitSet seen;

    /** @param users is added to */
    UsersOf(Set<BytesRef> users) {
        this.users = users;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        values = DocValues.getSorted(leaf.reader(), Fields.BY_USER);
        seen = new FixedBitSet(values.getValueCount());
    }

    @Override
    public void collect(int doc) throws IOException {
        if (values.advanceExact(doc) && !seen.getAndSet(values.ordValue())) {
            users.add(BytesRef.deepCopyOf(values.lookupOrd(values.ordValue())));
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
