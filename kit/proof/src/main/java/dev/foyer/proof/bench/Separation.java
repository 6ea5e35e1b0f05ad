package dev.foyer.proof.bench;

/**
 * How well two samples can be told apart by one value: the probability that a value of the second is larger than one of
 * the first (Mann and Whitney's U over the number of pairs, the area under the ROC curve). 0.5: not at all.
 */
final class Separation {

    private Separation() {}

    /** Both sorted, neither empty. */
    static double of(double[] first, double[] second) {
        double pairs = 0;
        int below = 0;
        int upTo = 0;
        for (double value : second) {
            while (below < first.length && first[below] < value) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < first.length && first[upTo] <= value) {
                upTo++;
            }
            pairs += below + (upTo - below) / 2.0;
        }
        return pairs / ((double) first.length * second.length);
    }
}
