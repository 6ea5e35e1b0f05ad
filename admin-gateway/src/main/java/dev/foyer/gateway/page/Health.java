package dev.foyer.gateway.page;

import java.util.List;

/**
 * How everything is.
 *
 * @param parts services and what is read from them
 * @param concerns what somebody should look at; empty: all is well
 */
record Health(List<Part> parts, List<Concern> concerns, Now now) {

    /**
     * A part.
     *
     * @param says how it is, in words
     */
    record Part(String name, boolean well, String says) {}

    /** @param page where it is dealt with, or {@code null} */
    record Concern(String says, String page) {}

    /** How many there are. @param letters that wait; {@code null}: not for this account */
    record Now(long waiting, long running, long enabled, long locked, long held, Long letters) {

        /** Whether this account may read them. */
        public boolean readsLetters() {
            return letters != null;
        }

        public long waitingLetters() {
            return letters == null ? 0 : letters;
        }
    }

    public long many() {
        return concerns.size();
    }

    public boolean well() {
        return concerns.isEmpty();
    }
}
