package dev.foyer.proof.bench;

/**
 * Something that was wanted and measured.
 *
 * @param value what was measured; NaN when it was not
 * @param limit the worst that is good enough
 */
public record Target(String name, double value, double limit, boolean met) {

    public static Target atMost(String name, double value, double limit) {
        return new Target(name, value, limit, value <= limit);
    }

    public static Target atLeast(String name, double value, double limit) {
        return new Target(name, value, limit, value >= limit);
    }
}
