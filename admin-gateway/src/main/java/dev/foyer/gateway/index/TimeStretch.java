package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PointValues.IntersectVisitor;
import org.apache.lucene.index.PointValues.PointTree;
import org.apache.lucene.index.PointValues.Relation;

/**
 * Between which times the next so many entries lie, by the trees in which Lucene keeps numbers: they know how many are between two of them,
 * and look at no more than two leaves of 512 for it. Used by one thread.
 */
final class TimeStretch {

    private final String field;
    private final List<PointValues> trees = new ArrayList<>();
    private long entries;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** @param field a number that is a point, too */
    TimeStretch(IndexReader reader, String field) throws IOException {
        this.field = field;
        for (LeafReaderContext leaf : reader.leaves()) {
            PointValues tree = leaf.reader().getPointValues(field);
            if (tree != null) {
                trees.add(tree);
                entries += tree.size();
                first = Math.min(first, LongPoint.decodeDimension(tree.getMinPackedValue(), 0));
                last = Math.max(last, LongPoint.decodeDimension(tree.getMaxPackedValue(), 0));
            }
        }
    }

    /** All that have the number. */
    long entries() {
        return entries;
    }

    /**
     * Where a list ends that begins there and has so many entries, or more at the same time.
     *
     * @param from {@code null}: the beginning of all
     * @param down to the lower ones
     */
    Stretch of(Long from, boolean down, long wanted) throws IOException {
        return down
                ? down(from == null ? last : Math.min(from, last), wanted)
                : up(from == null ? first : Math.max(from, first), wanted);
    }

    private Stretch down(long from, long wanted) throws IOException {
        long tooFew = from; // too few lie from there on
        long enough = first;
        if (count(enough, from) <= wanted) {
            return new Stretch(LongPoint.newRangeQuery(field, Long.MIN_VALUE, from), true);
        }
        while (enough + 1 < tooFew) {
            long middle = (enough & tooFew) + ((enough ^ tooFew) >> 1);
            if (count(middle, from) < wanted) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return new Stretch(LongPoint.newRangeQuery(field, enough, from), false);
    }

    private Stretch up(long from, long wanted) throws IOException {
        long tooFew = from;
        long enough = last;
        if (count(from, enough) <= wanted) {
            return new Stretch(LongPoint.newRangeQuery(field, from, Long.MAX_VALUE), true);
        }
        while (tooFew + 1 < enough) {
            long middle = (enough & tooFew) + ((enough ^ tooFew) >> 1);
            if (count(from, middle) < wanted) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return new Stretch(LongPoint.newRangeQuery(field, from, enough), false);
    }

    private long count(long low, long high) throws IOException {
        Between between = new Between(low, high);
        long count = 0;
        for (PointValues tree : trees) {
            count += between.in(tree.getPointTree());
        }
        return count;
    }

    /** Counts what a tree has between two numbers, both of which belong to it. */
    private static final class Between implements IntersectVisitor {

        private final long low;
        private final long high;
        private long inLeaves;

        Between(long low, long high) {
            this.low = low;
            this.high = high;
        }

        long in(PointTree tree) throws IOException {
            return switch (compare(tree.getMinPackedValue(), tree.getMaxPackedValue())) {
                case CELL_OUTSIDE_QUERY -> 0;
                case CELL_INSIDE_QUERY -> tree.size();
                case CELL_CROSSES_QUERY -> inParts(tree);
            };
        }

        private long inParts(PointTree tree) throws IOException {
            if (!tree.moveToChild()) {
                inLeaves = 0;
                tree.visitDocValues(this);
                return inLeaves;
            }
            long count = 0;
            do {
                count += in(tree);
            } while (tree.moveToSibling());
            tree.moveToParent();
            return count;
        }

        @Override
        public void visit(int doc) {
            inLeaves++;
        }

        @Override
        public void visit(int doc, byte[] value) {
            long number = LongPoint.decodeDimension(value, 0);
            if (low <= number && number <= high) {
                inLeaves++;
            }
        }

        @Override
        public Relation compare(byte[] least, byte[] most) {
            long from = LongPoint.decodeDimension(least, 0);
            long to = LongPoint.decodeDimension(most, 0);
            if (to < low || from > high) {
                return Relation.CELL_OUTSIDE_QUERY;
            }
            return low <= from && to <= high ? Relation.CELL_INSIDE_QUERY : Relation.CELL_CROSSES_QUERY;
        }
    }
}
