package dev.foyer.local.upgrade;

/**
 * One thing that is to be known before an upgrade.
 *
 * @param text one sentence
 */
record Finding(Kind kind, String text) {

    /** What follows from it, from the worst on. */
    enum Kind {
        /** Instances of both versions must not work side by side. */
        STOP("These cannot work side by side:"),
        /** To be done while all instances are still of the version before. */
        BEFORE("Before the first instance of the new version starts:"),
        /** Which services go first. */
        ORDER("In this order:"),
        /** To be done when no instance of the version before is left. */
        AFTER("When no instance of the version before is left:"),
        /** What it costs. */
        COST("What it costs:");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    static Finding stop(String text) {
        return new Finding(Kind.STOP, text);
    }

    static Finding before(String text) {
        return new Finding(Kind.BEFORE, text);
    }

    static Finding after(String text) {
        return new Finding(Kind.AFTER, text);
    }

    static Finding order(String text) {
        return new Finding(Kind.ORDER, text);
    }

    static Finding cost(String text) {
        return new Finding(Kind.COST, text);
    }
}
